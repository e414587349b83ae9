local candidates    = require "candidates"
local filing_orders = require "filing_orders"
local undertakings  = require "undertakings"

---@type Rule
return {
  id           = "de/ordered-filing",
  title        = "{buyer} is under an order to file: its deal with {target} must be notified",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = { { "de-39a", at = "s. 39a(2) and (4) GWB: 2 million euro, two thirds at home, three years", support = "direct" } },
  in_force     = { from = "2021-01-19", to = "2023-11-06" },
  law_at       = function(s, case) return case:deal_date(s.buyer, s.target) end,
  params       = {
    size = { 2e6, "EUR", "turnover of the target, more than" },
    term = { 3, "years", "how long an order binds" },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    day    = function(s, _, case) return case:deal_date(s.buyer, s.target) end,
    orders = function(s, _, case) return filing_orders.by(case, s.buyer, s.day) end,
    world_turnover = function(s, _, case) return undertakings.turnover(case:at(s.day), s.target, "revenue", "worldwide") end,
    home_turnover = function(s, _, case) return case:at(s.day):turnover(s.target, "revenue", { geography = "DE" }) end,
  },

  applies = {
    filing_orders.on_file(),
    {
      "{buyer} buys {target} or a part of it",
      recorded = { "transactions", acquirer = "buyer", target = "target" },
      no = "no deal by which {buyer} buys {target} is on file",
    },
  },

  elements = {
    filing_orders.bind(false),
    { "{target} has a turnover of {world_turnover}, {>=} {size}", "world_turnover", ">", "size" },
    {
      "more than two thirds of it, {home_turnover}, were made in Germany",
      function(s, _, case) return undertakings.at_home(case:at(s.day), { s.target }, "DE", "worldwide") end,
      no = "{home_turnover} of it were made in Germany, not more than two thirds",
    },
  },

  advice = "Ask which sectors the order names: only deals in them must be filed. An order since 7 November 2023 rests on s. 32f(2).",
}
