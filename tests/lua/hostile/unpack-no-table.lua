-- failed 3: table expected, got light userdata
return require "harmless" { id = "hostile/unpack-no-table",
  test = function(s, p, case) return select("#", table.unpack(case:entities())) > 0 end }
