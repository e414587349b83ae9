-- failed 3: table index is NaN
return require "harmless" { id = "hostile/key-that-is-no-number",
  test = function() local t = {} t[0/0] = 1 return true end }
