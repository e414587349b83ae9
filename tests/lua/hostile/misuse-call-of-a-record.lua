-- failed 2: entity is no function
return require "harmless" { id = "hostile/misuse-call-of-a-record", test = function(s) return s.investor() end }
