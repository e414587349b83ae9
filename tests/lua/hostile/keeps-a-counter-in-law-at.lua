-- failed: a rule keeps nothing: 'runs' was changed by a test
local runs = 0
return require "harmless" { id = "hostile/keeps-a-counter-in-law-at",
  law_at = function(s, case)
    runs = runs + 1
    return case.as_of
  end }
