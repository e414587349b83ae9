local concentration = require "concentration"

---@type Rule
return concentration.concern {
  id           = "merger-guidelines-1982/concern-1984",
  title        = "The Department might challenge the deal of {buyer} and {target} for {market} (text of 1984)",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "1984-06-14", to = "1992-04-01" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-1984", at = "section 3.11", support = "direct" },
    { "merger-guidelines-1984-day", at = "14 June 1984", support = "direct" },
  },
  rebuttal     = { { "merger-guidelines-1984-recalled", at = "sections 3.3, 3.5 and 5", support = "direct" } },
  entry        = "entry into {market} is so easy that no price above the competitive one could last",
  efficiencies = true,
  low          = { 1000, 100, ">=", ">" },
  high         = { 1800, 50, ">", ">" },
  reason       = "1,000 to 1,800 with a change above 100, above 1,800 with a change above 50",
}
