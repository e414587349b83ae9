local candidates = require "candidates"

--- What a market says of a deal, one figure of each kind.
---@type Rule
return {
  id       = "house/figures",
  title    = "{buyer} buys {target}, which together would have {combined} of {market}",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "page 1", support = "direct" } },
  params   = { half = { 50, "percent", "half of the market" } },
  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,
  figures  = {
    combined = function(s) return s.market:share(s.buyer) + s.market:share(s.target) end,
    hhi      = function(s) return s.market:hhi() end,
    change   = function(s) return s.market:hhi_change(s.buyer, s.target) end,
    first    = function(s) return s.market:largest_share(1) end,
    with     = function(s) return s.market:largest_share_with(1, s.buyer, s.target) end,
    larger   = function(s) return s.market:count_larger(s.buyer) end,
    by       = function(s) return s.market:mhhi_change_by(s.buyer, s.target, s.buyer) end,
  },
  elements = {
    {
      "{buyer} and {target} have {combined} of a market of {hhi}, raised by {change}, of which the largest has {first}, or {with}, "
        .. "and {larger} are larger than {buyer}, {by} by its own stakes, {>=} {half}",
      "combined", ">=", "half",
    },
  },
  advice   = "Ask {target} when it was sold.",
}
