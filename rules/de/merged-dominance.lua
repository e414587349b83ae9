local german_mergers = require "german_mergers"
local overlap        = require "overlap"

---@type Rule
return german_mergers.presumption {
  id       = "de/merged-dominance",
  title    = "{buyer} and {target} would together be presumed dominant in {market} in Germany",
  severity = "high",
  jurisdiction = "DE",
  basis    = {
    { "de-18-4", at = "s. 18(4) GWB: 40 %", support = "reported" },
    { "de-18-1", at = "s. 18(1) GWB: as a supplier or as a buyer", support = "direct" },
  },
  in_force = { from = "2013-06-30" },
  params   = {
    line    = { 40, "percent", "s. 18(4) GWB, since 30 June 2013: at least" },
    nothing = { 0, "percent", "a party without a share adds nothing" },
  },

  elements = {
    -- s. 18(1) GWB: a firm is dominant as a supplier or as a buyer
    overlap.reaches "line",
  },

  unless = {
    {
      "rivals can and will enter {market} in time and in size",
      recorded = { "observations", says = "entry", about = "market", strength = { "moderate", "strong" } },
    },
    {
      "customers of {market} can turn to something else",
      recorded = { "observations", says = "substitute", about = "market", strength = { "moderate", "strong" } },
    },
  },

  advice = "The presumption can be disproved by the factors of s. 18(3) and (3a). Ask for the next rival, for improvements elsewhere that "
    .. "outweigh the harm, and whether {market} is a minor one (de/minor-market).",
}
