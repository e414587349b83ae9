local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/ip-access",
  title        = "{investor} may use the models of {developer} for products that compete with it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: sharing of resources and models", support = "direct" },
    { "squire-2025-01-24", at = "sharing of key resources", support = "direct" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "{investor} is licensed to use the models or weights of {developer}",
      recorded = {
        "agreements", type = "ip-licence", holder = "investor", grantor = "developer", scope = { "models", "weights" },
      },
      no = "{investor} has no licence to the models or weights of {developer}",
    },
    elements.competes("investor", "developer"),
  },

  unless = {
    {
      "{developer} has licensed its models or weights to a rival of {investor} too",
      function(s, _, case)
        return case:agreements {
          type    = "ip-licence",
          scope   = { "models", "weights" },
          holder  = case:entities { activities = { "cloud-provider", "ai-developer" } },
          grantor = s.developer,
        }:except { holder = s.investor }:any()
      end,
    },
  },

  advice = "Ask whether the licence covers weights and later models, and who else could have one on the same terms.",
}
