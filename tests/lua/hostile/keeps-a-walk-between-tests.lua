-- failed 4: a rule keeps nothing
local box = {}
return require "harmless" { id = "hostile/keeps-a-walk-between-tests",
  test = function(s, p, case) box.walk = case:investments():by("investor") return true end }
