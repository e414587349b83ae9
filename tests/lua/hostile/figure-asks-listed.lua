-- failed 3: a figure asks no yes or no
return require "harmless" { id = "hostile/figure-asks-listed", title = "{investor} {developer} {a}",
  figures = { a = function(s, p, case) return case:product("cloud-infrastructure"):listed(s.investor) and s.investor or s.developer end } }
