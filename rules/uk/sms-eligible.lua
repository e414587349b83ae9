local european_deals = require "european_deals"

---@type Rule
return {
  id           = "uk/sms-eligible",
  title        = "{firm} is large enough to be given strategic market status for a digital activity in {market}",
  severity     = "info",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = { { "uk-sms-turnover", at = "DMCCA s. 7: 25 billion worldwide or 1 billion in the United Kingdom", support = "direct" } },
  in_force     = { from = "2025-01-01" },
  params       = {
    world_line = { 25e9, "GBP", "group turnover worldwide, more than" },
    uk_line    = { 1e9, "GBP", "group turnover in the United Kingdom, more than" },
  },

  roles    = { "firm", "market" },
  subjects = european_deals.suppliers_of_markets,

  figures = {
    world_turnover = function(s, _, case) return case:turnover(s.firm, "revenue") end,
    uk_turnover = function(s, _, case) return case:turnover(s.firm, "revenue", { geography = "GB" }) end,
  },

  applies = {
    european_deals.market_in("market", "GB", "the United Kingdom"),
    european_deals.sells("firm", "market"),
  },

  elements = {
    {
      "the group of {firm} reaches one of the lines",
      any = {
        { "its turnover worldwide is {world_turnover}, {>=} {world_line}", "world_turnover", ">", "world_line" },
        { "its turnover in the United Kingdom is {uk_turnover}, {>=} {uk_line}", "uk_turnover", ">", "uk_line" },
      },
      no = "the group of {firm} reaches neither {world_line} worldwide nor {uk_line} in the United Kingdom",
    },
  },

  advice = "Size is the condition, not the finding: ask for substantial and entrenched market power in a digital activity and a position "
    .. "of strategic significance (ss. 5 and 6).",
}
