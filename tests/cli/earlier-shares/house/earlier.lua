local candidates = require "candidates"

--- The market as it was then, and what is asked of it.
local function then_of(case, p) return case:at(case.as_of - p.back) end

---@type Rule
return {
  id       = "house/earlier",
  title    = "{target} sold something {back} before {buyer} is looked at",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "page 1", support = "direct" } },
  params   = { back = { 60, "months", "how far back shares are asked for" } },
  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  elements = {
    {
      "{target} was on file with shares then",
      any = {
        {
          "the case has some",
          function(s, p, case) return then_of(case, p):shares { entity = s.target }:any() end,
          no = "the case has none",
        },
        {
          "a market has some",
          function(s, p, case) return then_of(case, p):markets { id = "m" }:one():shares_of(s.target):any() end,
          no = "the market has none",
        },
      },
      no = "{target} was on file with no shares then",
    },
  },
  advice   = "Ask {target} what it sold.",
}
