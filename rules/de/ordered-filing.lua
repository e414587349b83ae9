local candidates = require "candidates"

---@type Rule
return {
  id           = "de/ordered-filing",
  title        = "{buyer} is under an order to file: its deal with {target} must be notified",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = { { "de-39a", at = "s. 39a GWB: order, 2 million euro, two thirds at home, three years", support = "reported" } },
  in_force     = { from = "2021-01-19" },
  law_at       = function(s, case) return case:deal_date(s.buyer, s.target) end,
  params       = {
    size = { 2e6, "EUR", "turnover of the target, more than" },
    term = { 3, "years", "how long an order binds" },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    day    = function(s, _, case) return case:deal_date(s.buyer, s.target) end,
    orders = function(s, _, case) return case:proceedings { type = "x-filing-order", against = s.buyer } end,
    world_turnover = function(s, _, case) return case:at(s.day):turnover(s.target, "revenue") end,
    home_turnover = function(s, _, case) return case:at(s.day):turnover(s.target, "revenue", { geography = "DE" }) end,
  },

  applies = {
    {
      "an order to file against {buyer} is on file",
      function(s) return s.orders:any() end,
      no = "no order to file against {buyer} is on file",
    },
    {
      "{buyer} buys {target} or a part of it",
      recorded = { "transactions", acquirer = "buyer", target = "target" },
      no = "no deal by which {buyer} buys {target} is on file",
    },
  },

  elements = {
    {
      "the order still bound on the day of the deal",
      function(s, p)
        for order in s.orders do
          -- lint: allow and-between-tests: both ask about one day; where that is unknown, both are
          if order.from <= s.day and s.day <= order.from + p.term then return true end
        end
        return false
      end,
      no = "the order did not bind on the day of the deal",
    },
    { "{target} has a turnover of {world_turnover}, {>=} {size}", "world_turnover", ">", "size" },
    {
      "more than two thirds of it, {home_turnover}, were made in Germany",
      function(s) return s.home_turnover + s.home_turnover + s.home_turnover > s.world_turnover + s.world_turnover end,
      no = "{home_turnover} of it were made in Germany, not more than two thirds",
    },
  },

  advice = "Ask which branch the order names. Since 2023 s. 32f has its own power to order filings; its figures were not seen.",
}
