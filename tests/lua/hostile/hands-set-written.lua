-- failed 3: a set cannot be changed by a rule
return require "harmless" { id = "hostile/hands-set-written",
  test = function(s, p, case) case:entities()[1] = s.investor return true end }
