-- failed: a test returns true or false
return require "harmless" { id = "hostile/misuse-walk-of-a-set-with-a-quantity",
  test = function(s, p, case) return case:entities()(nil, case.as_of + case:entities():longest()) end }
