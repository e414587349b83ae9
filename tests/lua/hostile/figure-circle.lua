-- failed: needs itself
return require "harmless" { id = "hostile/figure-circle", title = "{investor} {developer} {a}",
  figures = { a = function(s) return s.b end, b = function(s) return s.c end, c = function(s) return s.a end } }
