local german_mergers = require "german_mergers"

---@type Rule
return german_mergers.presumption {
  id       = "de/merged-dominance",
  title    = "{buyer} and {target} would together be presumed dominant in {market} in Germany",
  severity = "high",
  basis    = { { "de-18-4", at = "s. 18(4) GWB: 40 %", support = "reported" } },
  in_force = { from = "2013-06-30" },
  params   = {
    line    = { 40, "percent", "s. 18(4) GWB, since 30 June 2013: at least" },
    nothing = { 0, "percent", "a party without a share adds nothing" },
  },

  elements = {
    {
      "together they have {combined_share} of {market}, {>=} {line}", "combined_share", ">=", "line",
      no = "together they have {combined_share} of {market}, below {line}",
    },
    { "the deal adds {increment}, {>=} {nothing}", "increment", ">", "nothing" },
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
