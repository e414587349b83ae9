-- failed 2: a number that is not finite
return require "harmless" { id = "hostile/misuse-endless-number", test = function(s, p, case) return case:entities():count() < 1e999 end }
