-- failed 2: entity takes + - * / < <= > >= and no other operator
return require "harmless" { id = "hostile/misuse-bits", test = function(s) return s.investor & 1 > 0 end }
