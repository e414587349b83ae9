local candidates = require "candidates"
local interlock  = require "interlock"

---@type Rule
return {
  id           = "clayton/interlock",
  title        = "{person} serves {first} and {second}, which compete",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "US",
  basis        = {
    { "clayton-act-8", at = "15 U.S.C. 19(a)(1): corporations other than banks and trust companies", support = "direct" },
    { "clayton-act-8-exemptions", at = "15 U.S.C. 19(a)(2)", support = "direct" },
  },
  params       = interlock.params(),

  roles    = { "person", "first", "second" },
  subjects = candidates.boards,
  figures  = interlock.figures(),

  applies = {
    interlock.sits("person", "first"),
    interlock.sits("person", "second"),
    interlock.corporations(),
  },

  elements = { interlock.competitors(), interlock.large() },

  unless = interlock.exemptions(),

  advice = "Ask whether an agreement of {first} and {second} not to compete would break the antitrust laws in any product, what "
    .. "their competitive sales in the United States were last year, whether a change within a year made them competitors, and, "
    .. "where a group's accounts stand in, for the corporation's own.",
}
