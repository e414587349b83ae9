-- failed 2: no # of a set: write :count()
return require "harmless" { id = "hostile/misuse-length-of-a-set", test = function(s, p, case) return #case:entities() > 0 end }
