local candidates = require "candidates"
local elements   = require "elements"

---@type Rule
return {
  id           = "ftc-6b/release-parity",
  title        = "{developer} may not keep a model from {investor}'s channel for its own",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "section 4.2, p. 19, footnote 143", support = "direct" },
    { "evidence-catalogue-cd005", at = "CD005-F1, on section 4.2 and footnote 143", support = "reported" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    elements.agreed("release-parity", "investor", "developer",
      "what {developer} releases in its own channel it must release in {investor}'s too",
      "{developer} need not release in {investor}'s channel what it releases in its own"),
  },

  advice = "Ask whether {developer} has held back or delayed a release of its own because of this term.",
}
