local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/output-training",
  title        = "{investor} may train its own models on the output of {developer}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "bloomberg-2025-01-17", at = "output of the developer's model for the partner's own training", support = "reported" },
    { "ftc-6b-2025", at = "key terms: sharing of resources and models", support = "reported" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    elements.agreed("output-training", "investor", "developer",
      "{investor} may train on what the models of {developer} produce",
      "{investor} has no right to train on what the models of {developer} produce"),
    elements.develops_ai "investor",
  },

  advice = "Ask for which models the output is used, and whether {developer}'s terms forbid the same to everyone else.",
}
