local candidates = require "candidates"
local elements   = require "elements"

--- What a first refusal covers where it ties a developer to a cloud: no shares and no control.
local WORK = {
  "hosting", "training", "capacity", "api", "models", "weights", "output", "product", "usage", "chip-design", "research",
}

--- Agreements that are a tie if they last: of the other kinds one is a tie already, however long, or ties nobody to a cloud.
local LASTING = { "partnership", "revenue-share", "profit-share", "release-parity", "output-training", "non-compete" }

---@type Rule
return {
  id           = "ftc-6b/switching-costs",
  title        = "{developer} could hardly leave {investor}, a cloud provider that funds it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "areas to watch: switching costs", support = "direct" },
    { "ftc-6b-release-2025", at = "higher switching costs for the developers", support = "direct" },
  },
  params       = {
    long_term = { 5, "years", "our choice: longer than several generations of models and chips" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  figures = {
    longest_term = function(s, _, case)
      return case:agreements { type = LASTING, holder = s.investor, grantor = s.developer, percent = "some" }:longest()
    end,
  },

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "at least two ties make it costly for {developer} to leave {investor}",
      at_least = 2,
      of = {
        {
          "{investor} holds an exclusivity over {developer}",
          recorded = {
            "agreements", type = "exclusivity", degree = "exclusive", holder = "investor", grantor = "developer",
          },
          no = "{investor} holds no exclusivity over {developer}",
        },
        {
          "{investor} has a right of first refusal over what {developer} does",
          recorded = {
            "agreements", type = "right-of-first-refusal", holder = "investor", grantor = "developer", scope = WORK,
          },
          no = "{investor} has no right of first refusal over what {developer} does",
        },
        {
          "{developer} has committed to spend with {investor}",
          recorded = {
            "agreements", type = "spend-commitment", holder = "investor", grantor = "developer", amount = "some",
          },
          no = "{developer} has not committed to spend with {investor}",
        },
        elements.agreed("ip-licence", "investor", "developer",
          "{investor} has a licence to the technology of {developer}",
          "{investor} has no licence to the technology of {developer}"),
        {
          "the longest other agreement that {investor} holds with {developer} lasts {longest_term}, {>=} {long_term}",
          "longest_term", ">=", "long_term",
          no = "the longest other agreement that {investor} holds with {developer} lasts {longest_term}, below {long_term}",
        },
        elements.agreed("joint-build", "investor", "developer",
          "{investor} and {developer} build systems together",
          "{investor} and {developer} build no systems together"),
      },
      no = "fewer than two ties make it costly for {developer} to leave {investor}",
    },
  },

  unless = {
    elements.observed("multi-homing", "developer", "{developer} already runs on several clouds side by side"),
  },

  advice = "Ask what it would cost {developer}, in money and months, to move its training and its customers elsewhere.",
}
