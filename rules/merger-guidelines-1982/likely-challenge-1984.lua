local concentration = require "concentration"

---@type Rule
return concentration.presumption {
  id           = "merger-guidelines-1982/likely-challenge-1984",
  title        = "The Department was likely to challenge the deal of {buyer} and {target} for {market} (text of 1984)",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "1984-06-14", to = "1992-04-01" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-1984", at = "section 3.11: above 1,800 points", support = "direct" },
    { "merger-guidelines-1984-day", at = "14 June 1984", support = "direct" },
    { "merger-guidelines-1984-recalled", at = "a change above 100: likely to challenge", support = "direct" },
  },
  rebuttal     = { { "merger-guidelines-1984-recalled", at = "sections 3.3, 3.5 and 5", support = "direct" } },
  entry        = "entry into {market} is so easy that no price above the competitive one could last",
  efficiencies = true,
  after        = 1800,
  change       = 100,
  reason       = "HHI above 1,800 (read) and change above 100 (from memory)",
}
