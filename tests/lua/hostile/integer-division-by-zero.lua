-- failed 3: attempt to divide by zero
return require "harmless" { id = "hostile/integer-division-by-zero",
  test = function() return 1 // 0 > 0 end }
