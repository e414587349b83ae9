-- For the benchmark: a share of 30 %.
return {
  id = "seven/share", title = "{firm} is large in {market}", severity = "medium", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  params = { line = { 30, "percent", "benchmark" } },
  roles = { "firm", "market" },
  subjects = function(case, each) for firm, market in case:shares():pairs("entity", "market") do each(firm, market) end end,
  figures = { share = function(s) return s.market:share(s.firm) end },
  elements = { { "{firm} has {share} of {market}, {>=} {line}", "share", ">=", "line" } },
}
