-- failed 3: invalid value (nil) at index -9223372036854775808
return require "harmless" { id = "hostile/concat-over-all-integers",
  test = function() return table.concat({}, '', -0x7fffffffffffffff - 1, 0x7fffffffffffffff) < 'a' end }
