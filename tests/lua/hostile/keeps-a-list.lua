-- failed 4: a rule keeps nothing: this table cannot be changed after loading
local seen = {}
return require "harmless" { id = "hostile/keeps-a-list",
  test = function(s) table.insert(seen, s.investor) return true end }
