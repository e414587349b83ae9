local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local turnover            = require "turnover"

---@type Rule
return {
  id           = "eu/referral-22",
  title        = "A Member State could ask the Commission to review the deal of {buyer} and {target}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = {
    { "eu-eumr-22", at = "Art. 22(1), as read in C-611/22 P, Illumina", support = "direct" },
    { "eu-inflection-2024", at = "seven States asked and withdrew", support = "analogy" },
  },
  in_force     = { from = "2024-09-03" },
  params       = turnover.union_params { half_of_votes = european_deals.half_of_votes() },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = turnover.figures(european_deals.announcement_day()),

  applies = { european_deals.concentration() },

  elements = {
    {
      "an authority of a Member State has taken the deal up under its own law",
      function(s, _, case)
        local national = case:entities { form = "agency", jurisdiction = european_thresholds.member_codes }
        return case:proceedings { authority = national, type = { "inquiry", "x-notification", "x-call-in" }, against = s.buyer }
          :where { against = s.target }:any()
      end,
      no = "no authority of a Member State is on file as having taken the deal up under its own law",
    },
  },

  unless = { turnover.goes_to_the_commission() },

  advice = "Ask in each State whether it may review the deal, whether trade between States is affected, whether it threatens to "
    .. "affect competition significantly in that State, and whether 15 working days from notice have passed. A referral after a "
    .. "call-in is still before the General Court (T-15/25, Nvidia).",
}
