-- failed 2: a quantity takes + - * / < <= > >= and no other operator
return require "harmless" { id = "hostile/misuse-floor-division", test = function(s, p, case) return case:entities():count() // 2 > 1 end }
