-- failed: a rule keeps nothing: 'kept' was changed by a test
local kept
return require "harmless" { id = "hostile/keeps-the-case-from-subjects",
  subjects = function(case, each)
    if kept then
      for a, b in kept:investments():pairs("investor", "target") do each(a, b) end
    end
    kept = case
  end }
