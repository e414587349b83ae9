-- failed 2: the case is no function
return require "harmless" { id = "hostile/misuse-call-of-the-case", test = function(s, p, case) return case() end }
