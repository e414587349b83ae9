-- failed 3: number has no integer representation
return require "harmless" { id = "hostile/integer-of-a-float",
  test = function() return 1e300 | 1 > 0 end }
