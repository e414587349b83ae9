-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-compares", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return case:investments():count() > 0 and s.investor or s.developer end } }
