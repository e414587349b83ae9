local deals     = require "deals"
local elements  = require "elements"
local ownership = require "ownership"

---@type Rule
return {
  id           = "merger-guidelines-2023/common-ownership-by-rivals",
  title        = "{first} and {second}, which compete, both own parts of {firm}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023", at = "guideline 11, section 2.11: common ownership and joint holdings", support = "analogy" },
    { "ftc-6b-2025", at = "deals studied: two cloud providers hold interests in one developer", support = "analogy" },
  },
  in_force     = { from = "2023-12-18" },
  params       = {
    nothing         = { 0, "percent", "guideline 11 sets no smallest share" },
    material_change = {
      100, "points", "our choice: about the change above which guideline 1 looks at a merger; guideline 11 sets no line",
    },
  },

  roles    = { "first", "second", "firm", "market" },
  subjects = ownership.by_rivals,

  figures = {
    first_part  = ownership.part("first", "firm"),
    second_part = ownership.part("second", "firm"),
    change      = function(s)
      return s.market:mhhi_change(s.first, s.firm) + s.market:mhhi_change(s.second, s.firm)
    end,
  },

  applies = {
    deals.selling_side("market", { "first", "second" }),
    {
      "{first} has {first_part} of {firm}, itself or through others", "first_part", ">", "nothing",
      no = "{first} has no part of {firm}",
    },
    {
      "{second} has {second_part} of {firm}, itself or through others", "second_part", ">", "nothing",
      no = "{second} has no part of {firm}",
    },
    elements.competes("first", "second"),
  },

  elements = {
    {
      "their parts of {firm} together add {change} to the modified HHI of {market}, {>=} {material_change}",
      "change", ">=", "material_change",
    },
  },

  unless = {
    {
      "{first} and {second} both hold their parts solely for investment",
      all = { deals.exempt_investment("first", "firm"), deals.exempt_investment("second", "firm") },
    },
  },

  advice = "Ask for both exact stakes and what {first} and {second} sell in {market} themselves; whether either hears of the "
    .. "other's plans through {firm}; and whether {firm} has ever been kept from dealing with one of them for the other's sake.",
}
