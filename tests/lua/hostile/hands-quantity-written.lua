-- failed 3: a quantity cannot be changed by a rule
return require "harmless" { id = "hostile/hands-quantity-written",
  test = function(s, p, case) case.as_of.low = 1 return true end }
