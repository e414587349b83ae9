-- failed 4: attempt to call a table value
local t = { __index = function() return true end, __call = function() return true end, __gc = function() return true end }
return require "harmless" { id = "hostile/names-of-metamethods",
  test = function() return t() end }
