-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-equal", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return equal(case.as_of, case.as_of) and s.investor or s.developer end } }
