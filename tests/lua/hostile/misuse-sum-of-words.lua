-- failed 2: 'type' cannot be summed: it is no number
return require "harmless" { id = "hostile/misuse-sum-of-words", test = function(s, p, case) return case:agreements():sum("type") > case:entities():count() end }
