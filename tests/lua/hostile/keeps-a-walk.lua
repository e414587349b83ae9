-- failed: a rule keeps nothing: 'walk' was changed by a test
local walk
return require "harmless" { id = "hostile/keeps-a-walk",
  subjects = function(case, each)
    if walk then
      for a, b in walk do each(a, b) end
    end
    walk = case:investments():pairs("investor", "target")
  end }
