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
    { "ftc-eqt-quantum", at = "a firm itself represented on the board of its competitor", support = "reported" },
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

  advice = "Ask for whom the two really act, whether they report to {patron}, whether {patron} had the right to name them, and, where "
    .. "a group's accounts stand in, for the corporation's own. That a firm counts as one person is the agencies' reading.",
}
