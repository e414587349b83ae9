local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local filing_orders       = require "filing_orders"

--- What a party sold for in the market at home, by the accounts of the day of the deal.
local function sales(role)
  return function(s, _, case) return case:at(s.day):turnover(s[role], "revenue", { market = s.market, geography = "DE" }) end
end

--- What all sold for there: the law asks for the last year before the deal.
local function size(s, _, case)
  return case:at(s.day):financials { metric = "revenue", market = s.market, geography = "DE" }:sum("amount")
end

---@type Rule
return {
  id           = "de/minor-market",
  title        = "{market} is so small that the deal of {buyer} and {target} cannot be prohibited because of it alone",
  severity     = "info",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = {
    { "de-36-bagatell", at = "s. 36(1) sentence 2 no. 2 GWB since 19 January 2021: less than 20 million euro", support = "direct" },
    { "de-36-bagatell-old", at = "the same with 15 million euro from 9 June 2017", support = "direct" },
  },
  law_at       = european_deals.closing(),
  params       = {
    line       = { by_date = european_thresholds.de_minor, "EUR", "turnover of the market at home in the last year, less than" },
    age        = { 5, "years", "goods or services must have been offered for so long" },
    value_line = { by_date = european_thresholds.de_value, "EUR", "s. 35(1a): consideration, more than" },
    second     = { by_date = european_thresholds.de_second, "EUR", "s. 35(1): another party in Germany, more than" },
    orders_can_be = { by_date = european_thresholds.de_inquiry_orders, "count", "s. 32f(2): from 7 November 2023" },
    nothing    = { 0, "EUR", "s. 18(2a): who takes nothing in a market offers free of charge" },
    once       = { 1, "count", "such orders can be made or not" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = {
    day    = european_deals.closing_day(),
    size   = size,
    value  = function(s, _, case) return case:deal_value(s.buyer, s.target) end,
    buyer_sales  = sales "buyer",
    target_sales = sales "target",
    orders = function(s, _, case) return filing_orders.by(case, s.buyer, s.day) end,
    target_german_turnover = function(s, _, case) return case:at(s.day):turnover(s.target, "revenue", { geography = "DE" }) end,
  },

  applies = {
    european_deals.market_in("market", "DE", "Germany"),
    {
      "turnover in {market} is on file",
      recorded = { "financials", metric = "revenue", market = "market", geography = "DE" },
      no = "no turnover in {market} is on file",
    },
  },

  elements = {
    {
      "{market} has a turnover of {size}, {>=} {line}", "size", "<", "line",
      no = "{market} has a turnover of {size}, at or above {line}",
    },
    {
      "it has been served for at least {age}",
      function(s, p, case) -- since when is not known of a market without a first day
        return s.day >= case:markets { id = s.market, from = true }:one().from + p.age
      end,
      no = "it has not been served for {age}",
    },
    {
      "{buyer} and {target} are paid for what they offer in {market}",
      all = {
        { "{buyer} sells for {buyer_sales} there, {>=} {nothing}", "buyer_sales", ">", "nothing" },
        { "{target} sells for {target_sales} there, {>=} {nothing}", "target_sales", ">", "nothing" },
      },
      at = "s. 36(1) sentence 2 no. 2, s. 18(2a) GWB",
      no = "what is offered in {market} is free of charge, and the exception is not for such markets",
    },
    {
      "the deal is not caught by its value",
      any = {
        { "it is worth {value}, {>=} {value_line}", "value", "<=", "value_line" },
        {
          "the turnover of {target} in Germany is {target_german_turnover}, {>=} {second}",
          "target_german_turnover", ">", "second",
        },
      },
      at = "s. 36(1) sentence 2 no. 2, s. 35(1a) GWB",
      no = "the deal is caught by its value, and the exception is not for such deals",
    },
    {
      "no order after a sector inquiry takes the exception away",
      any = {
        {
          "before 7 November 2023 there were no such orders", "orders_can_be", "<", "once",
          no = "such orders can be made",
        },
        {
          "no order to file against {buyer} is on file",
          function(s) return s.orders:as_recorded():none() end,
          no = "an order to file against {buyer} is on file",
        },
      },
      basis = { { "de-32f", at = "s. 32f(2) sentence 3 GWB", support = "direct" } },
      no = "{buyer} is under an order after a sector inquiry, which takes the exception away",
    },
  },

  advice = "Ask whether several minor markets must be counted together: all that the deal touches must be minor, and their turnover at "
    .. "home counts in all. Ask whether some users pay nothing, and in which sectors an order to file binds.",
}
