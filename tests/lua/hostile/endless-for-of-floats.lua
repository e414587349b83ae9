-- limit: it ran
return require "harmless" { id = "hostile/endless-for-of-floats",
  test = function() for i = 0.0, 1e300, 1e-300 do local _ = i end return true end }
