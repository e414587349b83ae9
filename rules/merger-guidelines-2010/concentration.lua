local concentration = require "concentration"

---@type Rule
return concentration.presumption {
  id           = "merger-guidelines-2010/concentration",
  title        = "The deal of {buyer} and {target} is presumed likely to enhance market power in {market}",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "2010-08-19", to = "2023-12-17" },
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2010", at = "section 5.3", support = "direct" } },
  rebuttal     = { { "merger-guidelines-2010-rebuttal", at = "sections 9 to 11", support = "direct" } },
  efficiencies = true,
  after        = 2500,
  change       = 200,
  reason       = "section 5.3: HHI above 2,500 and change above 200",
}
