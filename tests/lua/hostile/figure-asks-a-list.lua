-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-a-list", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return case:investments():list("investor"):any() and s.investor or s.developer end } }
