local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local uk_mergers          = require "uk_mergers"

---@type Rule
return {
  id           = "uk/turnover",
  title        = "{target} is large enough in the United Kingdom for the CMA to review its deal with {buyer}",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = {
    { "uk-s23-turnover", at = "Enterprise Act s. 23(1) from 2025: 100 million pounds", support = "reported" },
    { "uk-s23-turnover-old", at = "s. 23(1) before: 70 million pounds", support = "direct" },
  },
  law_at       = uk_mergers.law_at(),
  params       = uk_mergers.params {
    line = { by_date = european_thresholds.uk_turnover, "GBP", "UK turnover of the target, more than" },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = uk_mergers.figures {
    day                = european_deals.closing_day(),
    target_uk_turnover = uk_mergers.turnover "target",
  },

  applies  = { uk_mergers.cease_to_be_distinct() },
  elements = {
    {
      "the turnover of {target} in the United Kingdom (as of {day}) is {target_uk_turnover}, {>=} {line}",
      "target_uk_turnover", ">", "line",
      no = "the turnover of {target} in the United Kingdom (as of {day}) is {target_uk_turnover}, not above {line}",
    },
  },

  advice = "Filing is voluntary, but the CMA may open a case and stop integration. Take the last accounts before closing or reference. "
    .. "Where the deal closed before 2025, or formal phase 1 was open then, the old figure stays.",
}
