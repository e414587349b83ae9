-- failed 3: 'for' step is zero
return require "harmless" { id = "hostile/endless-for-without-a-step",
  test = function() for i = 1, 2, 0 do local _ = i end return true end }
