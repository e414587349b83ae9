-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-a-quantity",
  test = function(s, p, case)
    kept = kept or case:investments():count()
    return kept > 0
  end }
