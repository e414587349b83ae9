-- failed 2: market:largest(n) wants a count from 1 to 1,000
return require "harmless" { id = "hostile/misuse-largest-of-too-many", test = function(s, p, case) return case:product("cloud-infrastructure"):largest(1e9):any() end }
