local entrants = require "entrants"

---@type Rule
return entrants.rule {
  id           = "merger-guidelines-2023/potential-entrant-below-1800",
  title        = "{buyer} takes over {target} where one is likely to enter {market}, a concentrated market",
  severity     = "low",
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023", at = "guideline 4, section 2.4", support = "direct" },
    { "merger-guidelines-2023-g4", at = "the line of 1,000", support = "direct" },
  },
  params       = {
    concentrated = { 1000, "points", "from memory: guideline 4 asks for an HHI above 1,000" },
    firm         = { 1800, "points", "above this line the concern has a rule of its own" },
  },
  element      = {
    "the HHI of {market} is {hhi}, between {concentrated} and {firm}",
    all = {
      { "the HHI of {market} is {hhi}, {>=} {concentrated}", "hhi", ">", "concentrated" },
      { "the HHI of {market} is {hhi}, {>=} {firm}", "hhi", "<=", "firm" },
    },
    no = "the HHI of {market} is {hhi}, not between {concentrated} and {firm}",
  },
}
