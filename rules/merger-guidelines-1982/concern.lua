local concentration = require "concentration"

---@type Rule
return concentration.concern {
  id           = "merger-guidelines-1982/concern",
  title        = "The Department might challenge the deal of {buyer} and {target} for {market} (text of 1982)",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "1982-06-14", to = "1984-06-13" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-1982", at = "section III.A.1", support = "direct" },
    { "merger-guidelines-1984-day", at = "the text of 1984 takes its place", support = "direct" },
  },
  rebuttal     = { { "merger-guidelines-1982-recalled", at = "sections III.B and V", support = "direct" } },
  entry        = "entry into {market} is so easy that no price above the competitive one could last",
  low          = { 1000, 100, ">=", ">" },
  high         = { 1800, 50, ">", ">" },
  reason       = "1,000 to 1,800 with a change above 100, above 1,800 with a change above 50",
}
