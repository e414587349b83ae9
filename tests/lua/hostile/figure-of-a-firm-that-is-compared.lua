-- failed: the figure 'firm' is no quantity and cannot be compared
return require "harmless" { id = "hostile/figure-of-a-firm-that-is-compared", params = { line = { 20, "percent", "a line" } },
  figures = { firm = function(s) return s.investor end },
  elements = { { "{investor} and {developer}, {>=} {line}", "firm", ">=", "line" } } }
