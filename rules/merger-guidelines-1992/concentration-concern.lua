local concentration = require "concentration"

---@type Rule
return concentration.concern {
  id           = "merger-guidelines-1992/concentration-concern",
  title        = "The deal of {buyer} and {target} potentially raises concerns in {market} that call for scrutiny",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "1992-04-02", to = "2010-08-18" },
  jurisdiction = "US",
  basis        = { { "merger-guidelines-1992", at = "section 1.51", support = "direct" } },
  rebuttal     = { { "merger-guidelines-1992-rebuttal", at = "sections 3 to 5", support = "direct" } },
  efficiencies = true,
  low          = { 1000, 100, ">=", ">" },
  high         = { 1800, 50, ">", ">" },
  reason       = "section 1.51: 1,000 to 1,800 with a change above 100, above 1,800 with a change above 50",
}
