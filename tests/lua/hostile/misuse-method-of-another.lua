-- failed 3: entity stands where market is wanted
return require "harmless" { id = "hostile/misuse-method-of-another",
  test = function(s, p, case) return case:product("cloud-infrastructure").hhi(s.investor) > 0 end }
