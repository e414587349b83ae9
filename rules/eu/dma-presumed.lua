local elements            = require "elements"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local undertakings        = require "undertakings"

--- The own word for a core platform service other than cloud computing: search, intermediation, a social network, video sharing,
--- messages, an operating system, a browser, a virtual assistant, advertising.
local CORE = "x-core-platform-service"

--- The least of a figure in the Union now and one and two years before.
local function over_three_years(metric)
  return function(s, p, case)
    local now = undertakings.turnover(case, s.firm, metric, "EU")
    local last = undertakings.turnover(case:at(case.as_of - p.year), s.firm, metric, "EU")
    local before = undertakings.turnover(case:at(case.as_of - p.two_years), s.firm, metric, "EU")
    return least(now, least(last, before))
  end
end

---@type Rule
return {
  id           = "eu/dma-presumed",
  title        = "{firm} is presumed to be a gatekeeper and must notify the Commission within two months",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "EU",
  basis        = {
    {
      "eu-dma-3-2", at = "Art. 3(2): size, one service in three Member States, users, and these in each of three years",
      support = "direct",
    },
  },
  in_force     = { from = "2023-05-02" },
  params       = {
    turnover       = { 7.5e9, "EUR", "Art. 3(2)(a): in the Union in each of the last three years, at least" },
    market_value   = { 75e9, "EUR", "Art. 3(2)(a): or worth, on average in the last year, at least" },
    users          = { 45e6, "count", "Art. 3(2)(b): active end users a month in the Union, at least" },
    business_users = { 10000, "count", "Art. 3(2)(b): active business users a year in the Union, at least" },
    nobody         = { 0, "count", "no user" },
    year           = { 1, "years", "one year back" },
    two_years      = { 2, "years", "two years back" },
  },

  roles    = { "firm" },
  subjects = function(case, each)
    for firm in case:financials { metric = { "users", "business-users" } }:list("entity") do each(firm) end
  end,

  figures = {
    lowest_turnover = over_three_years "revenue",
    value           = function(s, _, case) return case:turnover(s.firm, "market-value") end,
    lowest_users    = over_three_years "users",
    lowest_business = over_three_years "business-users",
  },

  applies = {
    {
      "{firm} provides a core platform service",
      any = {
        elements.cloud_provider("firm"),
        european_deals.does_rarely_told("firm", CORE, "{firm} provides one other than cloud computing",
          "{firm} provides none other than cloud computing"),
      },
      at = "Art. 2(2), 3(2)(b)",
      no = "{firm} provides no core platform service",
    },
    {
      "users of {firm} in the Union are on file",
      recorded = { "financials", entity = "firm", metric = { "users", "business-users" }, geography = "EU" },
      no = "no users of {firm} in the Union are on file",
    },
  },

  elements = {
    {
      "{firm} has the size",
      any = {
        {
          "its turnover in the Union was at least {lowest_turnover} in three years, {>=} {turnover}",
          "lowest_turnover", ">=", "turnover",
        },
        { "it was worth {value} on average in the last year, {>=} {market_value}", "value", ">=", "market_value" },
      },
      no = "neither the turnover of {firm} in the Union nor its value reaches the line",
    },
    {
      "it has users of its service in {each}",
      at_least = 3,
      each = european_thresholds.union,
      test = function(s, p, case, it)
        local users = case:financials { entity = s.firm, metric = { "users", "business-users" }, geography = it.code }
        if users:over("amount", p.nobody):any() then return true end
        local ends = case:turnover(s.firm, "users", { geography = it.code }) -- unknown where none are on file
        return greatest(ends, case:turnover(s.firm, "business-users", { geography = it.code })) > p.nobody
      end,
      at = "Art. 3(2)(a): the same core platform service in at least three Member States",
      no = "it has users of its service in fewer than three Member States",
    },
    { "it had at least {lowest_users} end users in three years, {>=} {users}", "lowest_users", ">=", "users" },
    {
      "it had at least {lowest_business} business users in three years, {>=} {business_users}",
      "lowest_business", ">=", "business_users",
    },
  },

  advice = "Ask whether one and the same core platform service has these users, and those in three Member States. The firm may rebut "
    .. "with arguments that put the presumption in doubt; a smaller one may be named by its quality (cloud services of Amazon "
    .. "and Microsoft: preliminary view of 25 June 2026).",
}
