-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-a-group", title = "{investor} {developer} {a}",
  figures = { a = function(s) return s.investor:same_group(s.developer) and s.investor or s.developer end } }
