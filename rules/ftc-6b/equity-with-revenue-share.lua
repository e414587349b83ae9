local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/equity-with-revenue-share",
  title        = "{investor} holds both equity and a share of the revenue of {developer}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: equity and revenue share", support = "direct" },
    { "ftc-6b-release-2025", at = "equity and revenue-sharing rights", support = "direct" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
  },

  elements = {
    elements.shares_revenue("investor", "developer"),
    elements.equity("investor", "developer"),
  },

  advice = "Ask whether {investor} would still gain from winning a customer away from {developer}.",
}
