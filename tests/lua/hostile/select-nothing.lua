-- failed 3: index out of range
return require "harmless" { id = "hostile/select-nothing",
  test = function() return select(0, true) end }
