local entrants = require "entrants"

---@type Rule
return entrants.rule {
  id           = "merger-guidelines-2023/potential-entrant",
  title        = "{buyer} takes over {target} where one is likely to enter {market}, a highly concentrated market",
  severity     = "medium",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 4, section 2.4", support = "direct" } },
  params       = {
    concentrated = {
      1800, "points", "highly concentrated by guideline 1; guideline 4 itself is said to ask for 1,000, which was not seen",
    },
  },
  element      = { "the HHI of {market} is {hhi}, {>=} {concentrated}", "hhi", ">", "concentrated" },
}
