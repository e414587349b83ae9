-- failed: a test returns true or false, this one returned a bare number (element 1)
return require "harmless" { id = "hostile/lies-with-a-number", test = function() return 1 end }
