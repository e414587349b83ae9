local deals     = require "deals"
local ownership = require "ownership"

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
    least_part      = { 5, "percent", "our choice: less moves incentives little; guideline 11 sets no smallest share" },
    material_change = {
      100, "points", "our choice: about the change above which guideline 1 looks at a merger; guideline 11 sets no line",
    },
  },

  roles    = { "holder", "first", "second", "market" },
  subjects = ownership.common,

  figures = {
    first_part  = ownership.part("holder", "first"),
    second_part = ownership.part("holder", "second"),
    change      = function(s) return s.market:mhhi_change_by(s.first, s.second, s.holder) end,
  },

  applies = {
    deals.selling_side("market", { "first", "second" }),
    {
      "{holder} has {first_part} of {first}, itself or through others, {>=} {least_part}",
      "first_part", ">=", "least_part",
    },
    {
      "{holder} has {second_part} of {second}, itself or through others, {>=} {least_part}",
      "second_part", ">=", "least_part",
    },
  },

  elements = {
    {
      "the stakes of {holder} add {change} to the modified HHI of {first} and {second} in {market}, {>=} {material_change}",
      "change", ">=", "material_change",
    },
  },

  advice = "Ask for the exact stakes, who votes them, and whether {holder} has spoken with {first} and {second} about {market}. The "
    .. "figure measures incentives, not what was done.",
}
