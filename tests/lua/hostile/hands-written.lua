-- failed 3: the subject cannot be changed by a rule
return require "harmless" { id = "hostile/hands-written",
  test = function(s) s.investor = s.developer return true end }
