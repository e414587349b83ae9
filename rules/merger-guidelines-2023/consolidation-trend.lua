local deals    = require "deals"
local elements = require "elements"

---@type Rule
return {
  id           = "merger-guidelines-2023/consolidation-trend",
  title        = "The deal of {buyer} and {target} adds to a trend towards consolidation in {market}",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 7, section 2.7", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),

  roles    = { "buyer", "target", "market" },
  subjects = deals.by_any_market,

  applies = { deals.takeover("buyer", "target") },

  elements = {
    elements.observed("trend", "market", "{market} has been seen to become more concentrated, or more vertically integrated"),
  },

  advice = "Ask for concentration in {market} over the last ten years. A trend is no concern of its own: it sharpens those of "
    .. "guidelines 1 to 6.",
}
