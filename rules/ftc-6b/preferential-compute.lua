local candidates = require "candidates"
local elements   = require "elements"
local outsiders  = require "outsiders"

local FAVOURED = { "discounted-supply", "priority-supply" }
local COMPUTING = { "capacity", "hosting", "training" }

---@type Rule
return {
  id           = "ftc-6b/preferential-compute",
  title        = "{developer} gets computing from {investor} on terms that its rivals cannot have",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "areas to watch: access to inputs; key terms: discounted computing", support = "direct" },
    { "ftc-6b-release-2025", at = "access to computing resources", support = "direct" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "{investor} supplies computing to {developer} at a discount or before others",
      recorded = {
        "agreements", type = FAVOURED, holder = "developer", grantor = "investor", scope = COMPUTING,
      },
      no = "{investor} supplies no computing to {developer} at a discount or before others",
    },
  },

  unless = {
    {
      "{investor} gives a rival of {developer} computing on such terms too",
      function(s, _, case)
        return case:agreements {
          type    = FAVOURED,
          scope   = COMPUTING,
          holder  = outsiders.among(case, case:entities { activities = "ai-developer" }, s.investor, s.developer),
          grantor = s.investor,
        }:any()
      end,
    },
  },

  advice = "Ask whether another developer of the same size could buy on the same terms, and whether one was refused.",
}
