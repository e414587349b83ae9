local concentration = require "concentration"

local REBUTTAL = { { "merger-guidelines-2023-rebuttal", at = "sections 3.1 to 3.3", support = "direct" } }

---@type Rule
return concentration.presumption_or_share {
  id           = "merger-guidelines-2023/buyer-power",
  title        = "The deal of {buyer} and {target} is presumed to lessen competition between buyers in {market}",
  severity     = "high",
  nature       = "presumption",
  in_force     = { from = "2023-12-18" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023", at = "guideline 10, section 2.10: buyers, labour included", support = "direct" },
    { "merger-guidelines-2023", at = "guideline 1, section 2.1: the lines", support = "direct" },
  },
  rebuttal     = REBUTTAL,
  efficiencies = true,
  buying       = true,
  after        = 1800,
  change       = 100,
  share        = 30,
  reason       = "guideline 1, which guideline 10 applies to buyers and employers",
  advice       = "Ask what suppliers or workers of {target} would do if it paid less, how often they change to {buyer}, and whether "
    .. "lower prices for inputs would come from market power rather than from savings.",
}
