return {
  id       = "own/share",
  title    = "{firm} is large in {market}",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "rule 2", support = "direct" } },
  params   = {
    line = {
      by_date = {
        { { min = 10, max = 20 }, from = "2024-01-01", source = "house-2025" },
        { 20, from = "2025-01-01", source = "house-2025" },
      },
      "percent", "large enough for a test",
    },
  },
  roles    = { "firm", "market" },
  subjects = function(case, each)
    for firm, market in case:shares():pairs("entity", "market") do each(firm, market) end
  end,
  figures  = { share = function(s) return s.market:share(s.firm) end },
  elements = {
    { "{firm} has {share} of {market}, {>=} {line}", "share", ">=", "line" },
  },
}
