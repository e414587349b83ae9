---@type Rule
return {
  id       = "house/modified",
  title    = "The modified HHI of {market} is {index}",
  severity = "medium",
  nature   = "indicator",
  basis    = { { "handbook", at = "page 1", support = "direct" } },
  params   = { line = { 2500, "points", "the house's own" } },
  roles    = { "market" },
  subjects = function(case, each)
    for market in case:markets() do each(market) end
  end,
  figures  = { index = function(s) return s.market:mhhi() end },
  elements = { { "the modified HHI of {market} is {index}, {>=} {line}", "index", ">=", "line" } },
}
