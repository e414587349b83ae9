local deals   = require "deals"
local figures = require "figures"

---@type Rule
return {
  id           = "merger-guidelines-2023/cross-ownership",
  title        = "{holder} owns a part of {rival}, with which it competes in {market}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 11, section 2.11: cross-ownership", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  params       = {
    material_change = {
      100, "points", "our choice: the change that guideline 1 asks of a merger; guideline 11 sets no line",
    },
  },

  roles    = { "holder", "rival", "market" },
  subjects = deals.holdings_by_market,

  figures = {
    stake  = figures.stake("holder", "rival"),
    change = function(s) return s.market:mhhi_change(s.holder, s.rival) end,
  },

  applies = {
    {
      "{holder} holds shares of {rival}",
      recorded = { "holdings", holder = "holder", entity = "rival" },
      no = "{holder} holds no shares of {rival}",
    },
  },

  elements = {
    {
      "the stake of {stake} adds {change} to the modified HHI of {market}, {>=} {material_change}",
      "change", ">=", "material_change",
    },
  },

  unless = { deals.investment_only("holder", "rival") },

  advice = "Ask for the exact stake and whether it bears on {holder}'s own prices and plans in {market}: the figure measures the "
    .. "incentive to compete less, not what was done.",
}
