-- failed 3: each(…) wants an entity or a market as role 2, not nil
return require "harmless" { id = "hostile/each-nil",
  subjects = function(case, each) for e in case:entities() do each(e, nil) end end }
