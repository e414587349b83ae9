local deals   = require "deals"
local figures = require "figures"

---@type Rule
return {
  id           = "merger-guidelines-2023/common-ownership",
  title        = "{holder} owns parts of {first} and {second}, which compete in {market}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 11, section 2.11: common ownership", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  params       = {
    least_stake     = { 5, "percent", "our choice: less moves incentives little; guideline 11 sets no smallest share" },
    material_change = {
      100, "points", "our choice: the change that guideline 1 asks of a merger; guideline 11 sets no line",
    },
  },

  roles    = { "holder", "first", "second", "market" },
  subjects = deals.common_holdings_by_market,

  figures = {
    first_stake  = figures.stake("holder", "first"),
    second_stake = figures.stake("holder", "second"),
    change       = function(s) return s.market:mhhi_change(s.first, s.second) end,
  },

  applies = {
    {
      "{holder} holds {first_stake} of {first}, {>=} {least_stake}",
      "first_stake", ">=", "least_stake",
    },
    {
      "{holder} holds {second_stake} of {second}, {>=} {least_stake}",
      "second_stake", ">=", "least_stake",
    },
  },

  elements = {
    {
      "the stakes add {change} to the modified HHI of {market}, {>=} {material_change}",
      "change", ">=", "material_change",
    },
  },

  advice = "Ask for the exact stakes, who votes them, and whether {holder} has spoken with {first} and {second} about {market}. The "
    .. "figure measures incentives, not what was done.",
}
