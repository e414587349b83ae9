local concentration = require "concentration"

local REBUTTAL = { { "merger-guidelines-2023-rebuttal", at = "sections 3.1 to 3.3", support = "direct" } }

---@type Rule
return concentration.presumption_or_share {
  id           = "merger-guidelines-2023/concentration",
  title        = "The deal of {buyer} and {target} is presumed to lessen competition in {market}",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "2023-12-18" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023-g1", at = "section 2.1", support = "direct" },
    { "merger-guidelines-kept-2025", at = "the 2023 text stays in use", support = "direct" },
  },
  rebuttal     = REBUTTAL,
  efficiencies = true,
  after        = 1800,
  change       = 100,
  share        = 30,
  reason       = "guideline 1: HHI above 1,800 and change above 100, or share above 30 % and change above 100",
}
