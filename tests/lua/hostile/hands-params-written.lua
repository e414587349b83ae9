-- failed 4: the params cannot be changed by a rule
return require "harmless" { id = "hostile/hands-params-written",
  params = { line = { 20, "percent", "a line" } },
  test = function(s, p) p.line = 1 return true end }
