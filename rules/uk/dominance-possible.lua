local european_dominance = require "european_dominance"

---@type Rule
return european_dominance.rule {
  id           = "uk/dominance-possible",
  title        = "{firm} may be dominant in {market} in the United Kingdom",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = { { "uk-ch2", at = "OFT402: unlikely below 40 %", support = "reported" } },
  buyers   = true,
  line     = { 40, "percent", "OFT402: below this an undertaking is unlikely to be dominant" },
  upper    = { 50, "percent", "from here on dominance is presumed (uk/dominance)" },
  held_for = { 3, "years", "our choice: how long a share must have lasted" },
  places   = "GB",
  place    = "the United Kingdom",
  advice   = "The share alone decides nothing here. Ask for barriers to entry, the next rival and the power of customers.",
}
