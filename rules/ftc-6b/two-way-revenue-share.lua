local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/two-way-revenue-share",
  title        = "{investor} and {developer} compete and share revenue in both directions",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: revenue share, told there of the cloud partner's side", support = "reported" },
    { "microsoft-2025-01-21", at = "revenue sharing in both directions", support = "reported" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
  },

  elements = {
    elements.shares_revenue("investor", "developer"),
    elements.shares_revenue("developer", "investor"),
    elements.competes("investor", "developer"),
  },

  advice = "Ask on which sales each side pays, and whether either knows the other's prices or volumes from it.",
}
