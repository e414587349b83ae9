-- failed 4: a rule keeps nothing: this table cannot be changed after loading
local seen = {}
return require "harmless" { id = "hostile/keeps-a-table",
  test = function(s) seen[s.investor.id] = true return true end }
