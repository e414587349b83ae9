local european_dominance  = require "european_dominance"
local european_thresholds = require "european_thresholds"

---@type Rule
return european_dominance.rule {
  id           = "eu/dominance-possible",
  title        = "{firm} may be dominant in {market}",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = { { "eu-102-40", at = "para 14: not likely below 40 %", support = "reported" } },
  buyers   = true,
  line     = { 40, "percent", "enforcement guidance, para 14: below this dominance is not likely" },
  upper    = { 50, "percent", "from here on dominance is presumed (eu/dominance)" },
  held_for = { 3, "years", "our choice: how long a share must have lasted; the Court says for some time" },
  places   = { "EU", "EEA", "worldwide", table.unpack(european_thresholds.member_codes) },
  place    = "the Union, one of its States or the world",
  advice   = "Between 40 and 50 % the share decides nothing alone. Ask for the distance to the next rival, barriers to entry and the "
    .. "power of customers.",
}
