local european_dominance = require "european_dominance"

---@type Rule
return european_dominance.rule {
  id           = "de/single-dominance",
  title        = "{firm} is presumed dominant in {market} in Germany",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "DE",
  basis        = {
    { "de-18-4", at = "s. 18(4) GWB: 40 %", support = "direct" },
    { "de-18-1", at = "s. 18(1) GWB: as a supplier or as a buyer", support = "direct" },
  },
  buyers   = true,
  in_force = { from = "2013-06-30" },
  line     = { 40, "percent", "s. 18(4) GWB, since 30 June 2013; a third before" },
  held_for = { 3, "years", "our choice: a share that has not lasted speaks against power" },
  places   = "DE",
  place    = "Germany",
  advice   = "The presumption can be disproved. Ask for the factors of s. 18(3) and (3a): finance, access to data and markets, network "
    .. "effects, several services used side by side, pressure to innovate.",
}
