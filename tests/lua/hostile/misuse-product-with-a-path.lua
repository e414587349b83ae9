-- failed 2: '../../x' is not a product
return require "harmless" { id = "hostile/misuse-product-with-a-path", test = function(s, p, case) return case:product("../../x"):listed(s.investor) end }
