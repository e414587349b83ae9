local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local params     = require "params"

local COMPUTING = { "capacity", "hosting", "training" }

---@type Rule
return {
  id           = "ftc-6b/capacity-first-refusal",
  title        = "{investor}, which funds {developer}, may match any other offer of capacity to it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: exclusivity, of which first refusal is a weaker form", support = "analogy" },
    { "microsoft-2025-01-21", at = "exclusivity on new capacity becomes a right of first refusal", support = "analogy" },
  },
  params       = { cloud_share = params.cloud_share() },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  figures = {
    market = figures.worldwide "cloud-infrastructure",
    share  = figures.share("market", "investor"),
  },

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "{investor} may match any other offer of computing capacity to {developer}",
      recorded = {
        "agreements", type = "right-of-first-refusal", holder = "investor", grantor = "developer", scope = COMPUTING,
      },
      no = "{investor} has no right of first refusal over computing capacity for {developer}",
    },
    elements.share_at_least("investor", "market", "cloud_share"),
  },

  unless = {
    {
      "{investor} has waived its right over capacity for {developer}",
      recorded = {
        "agreements", type = "waiver", holder = "developer", grantor = "investor", scope = "capacity",
      },
    },
  },

  advice = "Ask how long {investor} may take to match an offer, and how often other suppliers have been turned away.",
}
