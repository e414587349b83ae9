-- failed 2: entity has no item number: it is no table
return require "harmless" { id = "hostile/misuse-index-of-a-record-by-a-number", test = function(s) return s.investor[1] end }
