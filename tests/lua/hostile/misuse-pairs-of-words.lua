-- failed 2: pairs and triples take fields that hold records
return require "harmless" { id = "hostile/misuse-pairs-of-words", test = function(s, p, case) for a, b in case:agreements():pairs("type", "holder") do return a < b end end }
