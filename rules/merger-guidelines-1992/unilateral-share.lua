local concentration = require "concentration"

---@type Rule
return concentration.joint_share {
  id           = "merger-guidelines-1992/unilateral-share",
  title        = "{buyer} and {target} would have a share of {market} at which effects without coordination were looked into",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "1992-04-02", to = "2010-08-18" },
  jurisdiction = "US",
  basis        = { { "merger-guidelines-1992-unilateral", at = "section 2.2", support = "direct" } },
  rebuttal     = { { "merger-guidelines-1992-rebuttal", at = "sections 3 to 5", support = "direct" } },
  efficiencies = true,
  share        = 35,
  low          = { 1000, 100, ">=", ">" },
  high         = { 1800, 50, ">", ">" },
  reason       = "section 2.2, from memory: a joint share of at least 35 %, and HHI and change in a band of section 1.51",
}
