local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"

---@type Rule
return {
  id           = "de/minor-market",
  title        = "{market} is so small that the deal of {buyer} and {target} cannot be prohibited because of it alone",
  severity     = "info",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = { { "de-36-bagatell", at = "s. 36(1) GWB, minor markets: 20 million euro from memory", support = "reported" } },
  law_at       = european_deals.closing(),
  params       = {
    line = { by_date = european_thresholds.de_minor, "EUR", "turnover of the market in the last year, less than; from memory" },
    age  = { 5, "years", "goods or services must have been offered for so long" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = {
    day  = european_deals.closing_day(),
    size = function(s, _, case) return case:financials { metric = "revenue", market = s.market, geography = "DE" }:sum("amount") end,
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
  },

  advice = "The line was not verified for the time since 2021 (15 million before). Ask whether several minor markets must be counted "
    .. "together, and whether the deal was caught by value (then the exception does not apply, recalled).",
}
