-- failed 2: entity stands where a quantity is wanted
return require "harmless" { id = "hostile/misuse-order-of-records", test = function(s) return s.investor < s.developer end }
