-- failed 3: entity cannot be changed by a rule
return require "harmless" { id = "hostile/hands-record-written",
  test = function(s) s.investor.name = "nobody" return true end }
