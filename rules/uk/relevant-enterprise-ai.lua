local candidates          = require "candidates"
local elements            = require "elements"
local european_thresholds = require "european_thresholds"
local uk_mergers          = require "uk_mergers"

---@type Rule
return {
  id           = "uk/relevant-enterprise-ai",
  title        = "{target} develops AI and is a relevant enterprise: lower figures open its deal with {buyer} to the CMA",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = { { "uk-s23a-relevant-enterprise", at = "s. 23A: 1 million pounds, or 25 % alone", support = "direct" } },
  in_force     = { from = "2020-07-21", to = "2022-01-03" },
  law_at       = uk_mergers.law_at(),
  params       = uk_mergers.params {
    line  = { by_date = european_thresholds.uk_relevant_turnover, "GBP", "UK turnover of the target, more than" },
    alone = { by_date = european_thresholds.uk_relevant_share, "percent", "share of supply of the target alone, at least" },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = uk_mergers.figures { target_uk_turnover = uk_mergers.turnover "target" },

  applies = { uk_mergers.cease_to_be_distinct(), elements.develops_ai "target" },

  elements = {
    {
      "{target} reaches one of the lower figures",
      any = {
        {
          "{target} alone supplies at least {alone} of a market in the United Kingdom",
          function(s, p, case)
            for share in case:shares { entity = s.target, market = case:markets { geography = "GB" } } do
              if share.percent >= p.alone then return true end
            end
            return false
          end,
          no = "no share of {target} of at least {alone} in a market in the United Kingdom is on file",
        },
        { "the turnover of {target} in the United Kingdom is {target_uk_turnover}, {>=} {line}", "target_uk_turnover", ">", "line" },
      },
      no = "{target} reaches neither {line} nor {alone}",
    },
  },

  advice = "Ask whether what {target} does fell within the statutory definition of artificial intelligence. Since January 2022 national "
    .. "security has its own Act.",
}
