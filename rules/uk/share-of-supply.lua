local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local overlap             = require "overlap"
local uk_mergers          = require "uk_mergers"

---@type Rule
return {
  id           = "uk/share-of-supply",
  title        = "{line} or more of {market} is supplied by or to {buyer} and {target}: the CMA may review their deal",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = {
    { "uk-s23-share", at = "s. 23 from 2025: 25 % with an increment, one party above 10 million pounds", support = "direct" },
    { "uk-s23-share-old", at = "s. 23(2) to (5) before: any measure", support = "direct" },
  },
  law_at       = uk_mergers.law_at(),
  params       = uk_mergers.params {
    line    = { by_date = european_thresholds.uk_share, "percent", "share of supply by or to both together, at least" },
    asked   = { by_date = european_thresholds.uk_small_parties, "count", "from 2025 small parties are safe" },
    once    = { 1, "count", "the safe harbour is there or not" },
    nothing = { 0, "percent", "without an increment there is no overlap" },
    size    = { 10e6, "GBP", "UK turnover of one party at least, more than" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = uk_mergers.figures(overlap.figures {
    buyer_uk_turnover  = uk_mergers.turnover "buyer",
    target_uk_turnover = uk_mergers.turnover "target",
  }),

  applies = {
    uk_mergers.cease_to_be_distinct(),
    european_deals.market_in("market", "GB", "the United Kingdom"),
  },

  elements = {
    -- s. 23(2) to (5): supplied by one person, or to one person, so that either side of the market will do, and in any measure
    overlap.reaches("line", overlap.in_another_measure "line"),
    {
      "one of the parties is large enough, where the law asks for it",
      any = {
        { "the law asked for no size before 2025", "asked", "<", "once", no = "the law asks for the size of one party" },
        { "the turnover of {buyer} in the United Kingdom is {buyer_uk_turnover}, {>=} {size}", "buyer_uk_turnover", ">", "size" },
        { "the turnover of {target} in the United Kingdom is {target_uk_turnover}, {>=} {size}", "target_uk_turnover", ">", "size" },
      },
      no = "neither party has a turnover above {size} in the United Kingdom",
    },
  },

  advice = "The CMA may choose any reasonable description of goods and any measure: value, volume, capacity, staff. Ask for shares in a "
    .. "substantial part of the country too.",
}
