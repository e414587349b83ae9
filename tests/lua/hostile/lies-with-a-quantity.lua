-- failed: a test returns true or false, this one returned a quantity (element 1)
return require "harmless" { id = "hostile/lies-with-a-quantity", test = function(s, p, case) return case.as_of end }
