-- failed: a rule keeps nothing: 'seen' was changed by a test
local seen = nil
return require "harmless" { id = "hostile/keeps-a-new-table",
  test = function(s) seen = { s.investor } return true end }
