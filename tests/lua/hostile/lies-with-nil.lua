-- failed: a test returns true or false, this one returned nil (element 1)
return require "harmless" { id = "hostile/lies-with-nil", test = function() return nil end }
