-- failed: a rule keeps nothing: 'runs' was changed by a test
local runs = 0
return require "harmless" { id = "hostile/keeps-a-counter-in-subjects",
  subjects = function(case, each)
    runs = runs + 1
    if runs > 1 then
      for a, b in case:investments():pairs("investor", "target") do each(a, b) end
    end
  end }
