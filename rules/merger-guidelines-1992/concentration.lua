local concentration = require "concentration"

---@type Rule
return concentration.presumption {
  id           = "merger-guidelines-1992/concentration",
  title        = "The deal of {buyer} and {target} is presumed likely to create or enhance market power in {market}",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "1992-04-02", to = "2010-08-18" },
  jurisdiction = "US",
  basis        = { { "merger-guidelines-1992", at = "section 1.51", support = "direct" } },
  rebuttal     = { { "merger-guidelines-1992-rebuttal", at = "sections 3 to 5", support = "direct" } },
  efficiencies = true,
  after        = 1800,
  change       = 100,
  reason       = "section 1.51: HHI above 1,800 and change above 100",
}
