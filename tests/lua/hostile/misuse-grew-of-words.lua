-- failed 2: 'holder' cannot be compared: it is no number and no date
return require "harmless" { id = "hostile/misuse-grew-of-words", test = function(s, p, case) return case:agreements():grew "holder" end }
