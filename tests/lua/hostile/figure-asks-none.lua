-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-none", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return case:positions():none() end } }
