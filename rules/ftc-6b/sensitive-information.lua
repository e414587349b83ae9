local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/sensitive-information",
  title        = "{investor} sees confidential information of {developer}, with which it competes",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "areas to watch: sensitive technical and business information", support = "direct" },
    { "ftc-6b-release-2025", at = "access to sensitive information", support = "direct" },
    { "bloomberg-2025-01-17", at = "weekly revenue reports and updates about customers", support = "reported" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "{investor} sees confidential technical or business information of {developer}",
      any = {
        elements.agreed("information-access", "investor", "developer",
          "{investor} has access to confidential information of {developer}",
          "{investor} has no agreed access to confidential information of {developer}"),
        {
          "{investor} and {developer} design chips together",
          recorded = {
            "agreements", type = "joint-build", holder = "investor", grantor = "developer", scope = "chip-design",
          },
          no = "{investor} and {developer} design no chips together",
        },
      },
      no = "{investor} sees no confidential information of {developer} by agreement",
    },
    elements.competes("investor", "developer"),
  },

  unless = {
    elements.observed_between("information-wall", "investor", "developer",
      "a wall keeps what {investor} learns of {developer} from those who compete with it"),
  },

  advice = "Ask who at {investor} receives the information, and whether those people also work on competing products.",
}
