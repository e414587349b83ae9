-- failed 2: walk a set with 'for x in set do'
return require "harmless" { id = "hostile/misuse-index-by-a-number", test = function(s, p, case) return case:entities()[1] end }
