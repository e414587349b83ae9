local concentration = require "concentration"

---@type Rule
return concentration.presumption {
  id           = "merger-guidelines-1982/likely-challenge",
  title        = "The Department was likely to challenge the deal of {buyer} and {target} for {market} (text of 1982)",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "1982-06-14", to = "1984-06-13" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-1982", at = "section III.A.1: above 1,800 points", support = "direct" },
    { "merger-guidelines-1982-recalled", at = "a change above 100: likely to challenge", support = "direct" },
  },
  rebuttal     = { { "merger-guidelines-1982-recalled", at = "sections III.B and V", support = "direct" } },
  entry        = "entry into {market} is so easy that no price above the competitive one could last",
  after        = 1800,
  change       = 100,
  reason       = "HHI above 1,800 (read) and change above 100 (from memory)",
}
