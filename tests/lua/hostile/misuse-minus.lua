-- failed 2: no minus before a quantity
return require "harmless" { id = "hostile/misuse-minus", test = function(s, p, case) return -case:entities():count() < 0 end }
