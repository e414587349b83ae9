-- failed: a set was made and never asked
return require "harmless" { id = "hostile/lies-with-a-set", test = function(s, p, case) return case:investments() end }
