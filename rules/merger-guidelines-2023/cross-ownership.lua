local deals     = require "deals"
local ownership = require "ownership"

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
    nothing         = { 0, "percent", "guideline 11 sets no smallest share" },
    material_change = {
      100, "points", "our choice: about the change above which guideline 1 looks at a merger; guideline 11 sets no line",
    },
  },

  roles    = { "holder", "rival", "market" },
  subjects = ownership.of_rivals,

  figures = {
    part   = ownership.part("holder", "rival"),
    change = function(s) return s.market:mhhi_change(s.holder, s.rival) end,
  },

  applies = {
    deals.selling_side("market", { "holder", "rival" }),
    {
      "{holder} has a part of {rival}, itself or through others: {part}",
      "part", ">", "nothing",
      no = "{holder} has no part of {rival}",
    },
  },

  elements = {
    {
      "the part of {part} adds {change} to the modified HHI of {market}, {>=} {material_change}",
      "change", ">=", "material_change",
    },
  },

  unless = { deals.exempt_investment("holder", "rival") },

  advice = "Ask for the exact stake and whether it bears on {holder}'s own prices and plans in {market}: the figure measures the "
    .. "incentive to compete less, not what was done.",
}
