-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-a-record",
  test = function(s)
    if kept then return kept:same_group(s.investor) end
    kept = s.investor
    return true
  end }
