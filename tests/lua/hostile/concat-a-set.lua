-- failed 3: no # of a set
return require "harmless" { id = "hostile/concat-a-set",
  test = function(s, p, case) return table.concat(case:entities(), "", 1, 3) < "x" end }
