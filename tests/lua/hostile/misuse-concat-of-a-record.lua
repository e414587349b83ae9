-- failed 2: no .. with entity: a text names it in a placeholder
return require "harmless" { id = "hostile/misuse-concat-of-a-record", test = function(s) return "firm " .. s.investor < "x" end }
