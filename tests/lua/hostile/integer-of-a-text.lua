-- failed 3: attempt to perform arithmetic on a string value
return require "harmless" { id = "hostile/integer-of-a-text",
  test = function() return "10" + 1 > 0 end }
