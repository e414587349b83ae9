local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/control-rights",
  title        = "{investor}, a cloud provider, has a say in {developer}, with which it competes",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: consultation and control rights", support = "direct" },
    { "ftc-6b-release-2025", at = "consultation, control and exclusivity rights", support = "direct" },
    { "cma-amazon-anthropic-2024", at = "consultation rights can contribute to material influence", support = "analogy" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
  },

  elements = {
    {
      "{investor} has rights of control over {developer}, or a person of its choice at the top of it",
      any = { elements.say("investor", "developer"), elements.seat("investor", "developer") },
      no = "{investor} has no right of control over {developer} and nobody of its choice at the top of it",
    },
    elements.competes("investor", "developer"),
  },

  advice = "Ask which decisions of {developer} need {investor}'s word, and whether it has ever been refused.",
}
