-- failed: a test returns true or false, this one returned entity (element 1)
return require "harmless" { id = "hostile/lies-with-a-record", test = function(s) return s.investor end }
