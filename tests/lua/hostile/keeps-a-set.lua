-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-a-set",
  test = function(s, p, case)
    if kept then return kept:any() end
    kept = case:investments()
    return kept:any()
  end }
