local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local german_mergers      = require "german_mergers"
local turnover            = require "turnover"

local function home(one, other)
  return {
    "{" .. one .. "} reaches the first German figure and {" .. other .. "} the second",
    all = {
      turnover.over(one, one .. "_german_turnover", "first", "in Germany"),
      turnover.over(other, other .. "_german_turnover", "second", "in Germany"),
    },
    no = "{" .. one .. "} does not reach the first German figure with {" .. other .. "} at the second",
  }
end

---@type Rule
return {
  id           = "de/turnover",
  title        = "The deal of {buyer} and {target} must be notified to the Bundeskartellamt before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = {
    { "de-35-1", at = "s. 35(1) GWB since 19 January 2021: 500, 50 and 17.5 million euro", support = "direct" },
    { "de-35-1-old", at = "s. 35(1) before: 500, 25 and 5 million euro", support = "reported" },
  },
  law_at       = european_deals.closing(),
  params       = german_mergers.params(turnover.union_params {
    world  = { by_date = european_thresholds.de_world, "EUR", "worldwide together, more than" },
    first  = { by_date = european_thresholds.de_first, "EUR", "one party in Germany, more than" },
    second = { by_date = european_thresholds.de_second, "EUR", "another party in Germany, more than" },
  }),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = german_mergers.figures(turnover.figures(european_deals.closing_day(), { { "german", "DE" } })),

  applies  = { german_mergers.concentration() },
  elements = {
    turnover.combined_over "world",
    {
      "one has a turnover above {first} and the other above {second} in Germany",
      any = { home("buyer", "target"), home("target", "buyer") },
      no = "{buyer} has {buyer_german_turnover} and {target} {target_german_turnover} in Germany, which does not reach the figures",
    },
  },

  unless = { turnover.goes_to_the_commission() },

  advice = "Influence below 25 % can be a concentration too (de/significant-influence). Ask for the last accounts before closing, and "
    .. "whether a closed deal was filed: closing without clearance is void and fined.",
}
