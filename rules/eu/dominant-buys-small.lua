local european_dominance  = require "european_dominance"
local european_thresholds = require "european_thresholds"

---@type Rule
return european_dominance.buys_unseen {
  id           = "eu/dominant-buys-small",
  title        = "{buyer}, presumed dominant in {market}, buys {target} without a filing on record",
  severity     = "medium",
  jurisdiction = "EU",
  basis        = {
    { "eu-towercast", at = "C-449/21: Art. 102 reaches mergers below every threshold", support = "reported" },
    { "eu-102-50", at = "AKZO: dominance presumed from 50 %", support = "analogy" },
  },
  places = { "EU", "EEA", "worldwide", table.unpack(european_thresholds.member_codes) },
  place  = "the Union, one of its States or the world",
  advice = "Ask whether the deal met the thresholds of any State, and whether it substantially impedes competition: strengthening "
    .. "dominance alone is not enough.",
}
