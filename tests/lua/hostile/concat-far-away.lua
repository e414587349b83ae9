-- failed 3: invalid value (nil) at index 1 in table for 'concat'
return require "harmless" { id = "hostile/concat-far-away",
  test = function() return table.concat({}, "", 1, 9223372036854775807) < "x" end }
