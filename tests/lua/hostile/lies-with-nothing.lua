-- failed: a test returns true or false, this one returned nil (element 1)
return require "harmless" { id = "hostile/lies-with-nothing", test = function(s) local _ = s.investor end }
