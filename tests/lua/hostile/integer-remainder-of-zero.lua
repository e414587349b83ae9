-- failed 3: attempt to perform 'n%0'
return require "harmless" { id = "hostile/integer-remainder-of-zero",
  test = function() return 1 % 0 > 0 end }
