-- failed 3: attempt to call a nil value (local 'each')
return require "harmless" { id = "hostile/each-in-a-test",
  test = function(s, p, case, each) return each(s.investor, s.developer) end }
