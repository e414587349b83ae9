-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept = function() return true end
return require "harmless" { id = "hostile/keeps-a-function",
  test = function(s)
    local before = kept()
    kept = function() return s.investor:does "ai-developer" end
    return before
  end }
