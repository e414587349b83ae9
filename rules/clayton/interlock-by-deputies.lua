local interlock = require "interlock"

---@type Rule
return {
  id           = "clayton/interlock-by-deputies",
  title        = "{patron} is represented on the boards of {first} and {second}, which compete",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "clayton-act-8-deputies", at = "the agencies' reading of person", support = "direct" },
    { "clayton-act-8", at = "15 U.S.C. 19(a)(1): corporations other than banks and trust companies", support = "direct" },
    { "clayton-act-8-exemptions", at = "15 U.S.C. 19(a)(2)", support = "direct" },
  },
  params       = interlock.params(),

  roles    = { "patron", "first", "second" },
  subjects = interlock.patrons,
  figures  = interlock.figures(),

  applies = {
    interlock.deputises("patron", "first"),
    interlock.deputises("patron", "second"),
    interlock.corporations(),
  },

  elements = { interlock.competitors(), interlock.large() },

  unless = interlock.exemptions(),

  advice = "Ask for whom the two really act, whether they report to {patron}, and whether {patron} had the right to name them. That "
    .. "a firm counts as one person is the agencies' reading.",
}
