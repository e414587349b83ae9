local concentration = require "concentration"

---@type Rule
return concentration.leading_firm {
  id           = "merger-guidelines-1982/leading-firm",
  title        = "{buyer} and {target}: the leading firm of {market} joins with another (texts of 1982 and 1984)",
  severity     = "medium",
  nature       = "indicator",
  in_force     = { from = "1982-06-14", to = "1992-04-01" },
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-1982-recalled", at = "section III.A.2: leading firm", support = "direct" },
    { "merger-guidelines-1984-recalled", at = "section 3.12: leading firm", support = "direct" },
  },
  rebuttal     = { { "merger-guidelines-1984-recalled", at = "sections 3.3 and 5", support = "direct" } },
  entry        = "entry into {market} is so easy that no price above the competitive one could last",
  leader       = 35,
  other        = 1,
  times        = {
    { 2, from = "1982-06-14", source = "merger-guidelines-1982-recalled" },
    { 1, from = "1984-06-14", source = "merger-guidelines-1984-recalled" },
  },
  reason       = "leading firm of at least 35 %, the other of at least 1 %: from memory",
}
