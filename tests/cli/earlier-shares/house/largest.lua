local candidates = require "candidates"

---@type Rule
return {
  id       = "house/largest",
  title    = "{buyer} leads {market} and buys {target}",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "page 1", support = "direct" } },
  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,
  elements = {
    {
      "{buyer} leads {market}",
      function(s)
        for firm in s.market:largest(1) do
          if firm:same_group(s.buyer) then return true end
        end
        return false
      end,
      no = "{buyer} does not lead {market}",
    },
  },
  advice   = "Ask {target} when it was sold.",
}
