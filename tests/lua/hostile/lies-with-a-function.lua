-- failed: a test returns true or false, this one returned function (element 1)
return require "harmless" { id = "hostile/lies-with-a-function", test = function() return function() return true end end }
