local candidates = require "candidates"

--- Says what the engine measures for each deal in each market, whatever the law thinks of it: tests/support/backtest reads it.
---@type Rule
return {
  id           = "backtest/measure",
  title        = "What {buyer} and {target} make of {market}",
  severity     = "info",
  nature       = "indicator",
  basis        = { { "backtest", at = "no law: figures for the back-test", support = "analogy" } },
  params       = {
    nothing  = { 0, "points", "every figure is at or above it" },
    no_share = { 0, "percent", "every share is at or above it" },
  },
  roles        = { "buyer", "target", "market" },
  subjects     = candidates.deals_by_market,
  figures = {
    before = function(s) return s.market:hhi() end,
    after  = function(s) return s.market:hhi_after(s.buyer, s.target) end,
    change = function(s) return s.market:hhi_change(s.buyer, s.target) end,
    share  = function(s) return s.market:share(s.buyer) + s.market:share(s.target) end,
  },
  applies = {
    {
      "{buyer} merges with {target} or takes it over",
      recorded = {
        "transactions", acquirer = "buyer", target = "target", type = { "merger", "acquisition", "joint-venture" },
      },
    },
  },
  elements = {
    { "the HHI of {market} is {before}, {>=} {nothing}", "before", ">=", "nothing" },
    { "after the deal it is {after}, {>=} {nothing}", "after", ">=", "nothing" },
    { "the deal raises it by {change}, {>=} {nothing}", "change", ">=", "nothing" },
    { "together they have {share}, {>=} {no_share}", "share", ">=", "no_share" },
  },
}
