-- failed 2: entity stands where a quantity is wanted
return require "harmless" { id = "hostile/misuse-sum-of-records", test = function(s) return s.investor + s.developer > s.developer end }
