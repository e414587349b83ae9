-- failed: a test returns one true or false, this one returned 2 values (element 1)
return require "harmless" { id = "hostile/lies-with-two-values", test = function() return true, true end }
