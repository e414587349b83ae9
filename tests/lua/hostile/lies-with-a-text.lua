-- failed: a test returns true or false, this one returned a text (element 1)
return require "harmless" { id = "hostile/lies-with-a-text", test = function() return "true" end }
