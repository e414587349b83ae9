-- For the benchmark: HHI of a market.
return {
  id = "seven/concentration", title = "{market} is concentrated", severity = "medium", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  params = { line = { 1000, "points", "benchmark" } },
  roles = { "market" },
  subjects = function(case, each) for market in case:markets() do each(market) end end,
  figures = { hhi = function(s) return s.market:hhi() end },
  elements = { { "the HHI of {market} is {hhi}, {>=} {line}", "hhi", ">=", "line" } },
}
