return {
  id = "pack/rule", title = "{investor} has put {sum} into {target}", severity = "low", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "test", support = "analogy" } },
  params = { line = { 1e9, "USD", "test" } },
  roles = { "investor", "target" },
  subjects = function(case, each)
    for investor, target in case:investments():pairs("investor", "target") do each(investor, target) end
  end,
  figures = { sum = function(s, _, case) return case:invested(s.investor, s.target) end },
  elements = {
    { "{investor} has put in {sum}, {>=} {line}", "sum", ">=", "line" },
    { "somebody sells", any = { { "{investor} does", does = { "investor", "cloud-provider" } },
                                { "{target} does", does = { "target", "cloud-provider" } } } },
  },
}
