local european_deals = require "european_deals"
local undertakings   = require "undertakings"

--- Each firm with a share or with turnover or users on file. Whoever has neither is not on file as active anywhere.
local function firms(case, each)
  for share in case:shares() do each(share.entity) end
  for row in case:financials { metric = { "revenue", "users", "business-users" } } do each(row.entity) end
end

--- The firm is active in the United Kingdom. Of a group that is past the line worldwide that is open, where no turnover there is on
--- file: the law asks it for none.
local function active()
  local element = european_deals.active_in("firm", "GB", "the United Kingdom")
  table.insert(element.any, {
    "the group of {firm} is past {world_line} worldwide, and may be active there too",
    function(s, p, case)
      if not undertakings.on_file(case, s.firm, "revenue", "worldwide") then return false end
      if s.world_turnover <= p.world_line then return false end
      return not case:financials { entity = s.firm, metric = "revenue", geography = "GB" }:none()
    end,
    no = "the group of {firm} is not on file as past {world_line} worldwide, or has no turnover there",
  })
  return element
end

--- What the firm does is digital. Words of other activities do not say that it does nothing digital beside them (a retailer may sell
--- by a website): open, unless all its activities are on file.
local function digital()
  return {
    "{firm} carries on a digital activity",
    any = {
      { "it sells cloud computing", does = { "firm", "cloud-provider" }, no = "it sells no cloud computing" },
      { "it develops AI", does = { "firm", "ai-developer" }, no = "it develops no AI" },
      { "it sells software", does = { "firm", "software" }, no = "it sells no software" },
      european_deals.does_rarely_told("firm", "x-digital-activity", "it does something else that is digital",
        "it does nothing else that is digital"),
    },
    no = "{firm} carries on no digital activity",
  }
end

---@type Rule
return {
  id           = "uk/sms-eligible",
  title        = "{firm} is large enough to be given strategic market status for a digital activity",
  severity     = "info",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = { { "uk-sms-turnover", at = "DMCCA s. 7: 25 billion worldwide or 1 billion in the United Kingdom", support = "direct" } },
  in_force     = { from = "2025-01-01" },
  params       = {
    world_line = { 25e9, "GBP", "group turnover worldwide, more than" },
    uk_line    = { 1e9, "GBP", "group turnover in the United Kingdom, more than" },
  },

  roles    = { "firm" },
  subjects = firms,

  figures = {
    world_turnover = function(s, _, case) return undertakings.turnover(case, s.firm, "revenue", "worldwide") end,
    uk_turnover = function(s, _, case) return case:turnover(s.firm, "revenue", { geography = "GB" }) end,
  },

  applies = {
    active(),
    digital(),
  },

  elements = {
    {
      "the group of {firm} reaches one of the lines",
      any = {
        { "its turnover worldwide is {world_turnover}, {>=} {world_line}", "world_turnover", ">", "world_line" },
        {
          "its turnover in the United Kingdom is past {uk_line}",
          all = {
            {
              "its turnover in the United Kingdom is on file, or that worldwide leaves room for as much",
              function(s, p, case)
                if undertakings.on_file(case, s.firm, "revenue", "GB") then return true end
                if not undertakings.on_file(case, s.firm, "revenue", "worldwide") then return true end
                return s.world_turnover > p.uk_line
              end,
              no = "worldwide it is {world_turnover}, which leaves no room for as much",
            },
            { "its turnover in the United Kingdom is {uk_turnover}, {>=} {uk_line}", "uk_turnover", ">", "uk_line" },
          },
          no = "its turnover in the United Kingdom is not past {uk_line}",
        },
      },
      no = "the group of {firm} reaches neither {world_line} worldwide nor {uk_line} in the United Kingdom",
    },
  },

  advice = "Size is the condition, not the finding: ask for substantial and entrenched market power in a digital activity and a position "
    .. "of strategic significance (ss. 5 and 6).",
}
