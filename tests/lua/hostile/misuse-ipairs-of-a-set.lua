-- failed 2: walk a set with 'for x in set do'
return require "harmless" { id = "hostile/misuse-ipairs-of-a-set", test = function(s, p, case) for _ in ipairs(case:entities()) do return true end end }
