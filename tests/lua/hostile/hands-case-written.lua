-- failed 3: the case cannot be changed by a rule
return require "harmless" { id = "hostile/hands-case-written",
  test = function(s, p, case) case.as_of = 1 return true end }
