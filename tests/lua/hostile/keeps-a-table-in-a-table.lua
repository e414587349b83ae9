-- failed 4: a rule keeps nothing: this table cannot be changed after loading
local seen = { deep = { deeper = { {} } } }
return require "harmless" { id = "hostile/keeps-a-table-in-a-table",
  test = function() seen.deep.deeper[1].x = true return true end }
