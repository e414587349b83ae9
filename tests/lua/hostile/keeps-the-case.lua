-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-the-case",
  test = function(s, p, case)
    kept = kept or case
    return kept:investments():any()
  end }
