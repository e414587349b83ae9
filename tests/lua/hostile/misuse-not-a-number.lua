-- failed 2: a number that is not finite
return require "harmless" { id = "hostile/misuse-not-a-number", test = function(s, p, case) return case:entities():count() >= 0 / 0 end }
