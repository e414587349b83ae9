local concentration = require "concentration"

---@type Rule
return concentration.concern {
  id           = "merger-guidelines-2010/concentration-concern",
  title        = "The deal of {buyer} and {target} potentially raises concerns in {market} that call for scrutiny",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "2010-08-19", to = "2023-12-17" },
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2010", at = "section 5.3", support = "direct" } },
  rebuttal     = { { "merger-guidelines-2010-rebuttal", at = "sections 9 to 11", support = "direct" } },
  efficiencies = true,
  low          = { 1500, 100, ">=", ">" },
  high         = { 2500, 100, ">", ">=" },
  reason       = "section 5.3: 1,500 to 2,500 with a change above 100, above 2,500 with 100 or more",
}
