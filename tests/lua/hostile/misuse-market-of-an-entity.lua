-- failed 3: entity has no field 'hhi'
return require "harmless" { id = "hostile/misuse-market-of-an-entity",
  test = function(s) return s.investor:hhi() > 0 end }
