local candidates = require "candidates"

---@type Rule
return {
  id       = "house/measured",
  title    = "{buyer}, the largest of {market}, buys {target}, which is listed there",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "page 1", support = "direct" } },
  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,
  elements = {
    {
      "{target} is listed in {market}", function(s) return s.market:listed(s.target) end,
      no = "{target} is not listed in {market}",
    },
    {
      "{buyer} is the largest of {market}", function(s) return s.market:among_largest(1, s.buyer) end,
      no = "{buyer} is not the largest of {market}",
    },
  },
  advice   = "Ask {target} when it was sold.",
}
