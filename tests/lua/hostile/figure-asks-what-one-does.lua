-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-what-one-does", title = "{investor} {developer} {a}",
  figures = { a = function(s) return s.developer:does "retailer" and s.investor or s.developer end } }
