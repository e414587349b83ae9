-- failed 3: index out of range
return require "harmless" { id = "hostile/select-of-the-least-integer",
  test = function() return select(-0x7fffffffffffffff - 1, 1, 2) end }
