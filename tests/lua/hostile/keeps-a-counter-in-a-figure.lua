-- failed: a rule keeps nothing: 'runs' was changed by a test
local runs = 0
return require "harmless" { id = "hostile/keeps-a-counter-in-a-figure",
  figures = { held = function(s, p, case)
    runs = runs + 1
    return case:held(s.investor, s.developer, "stake")
  end },
  title = "{investor}, {developer}, {held}" }
