-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-has", title = "{investor} {developer} {a}",
  figures = { a = function(s) return s.investor:has { form = "company" } and s.investor or s.developer end } }
