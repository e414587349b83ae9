-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-grew", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return case:shares():grew("percent") and s.investor or s.developer end } }
