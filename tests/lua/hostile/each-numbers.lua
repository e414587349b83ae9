-- failed 3: each(…) wants an entity or a market as role 1, not a bare number
return require "harmless" { id = "hostile/each-numbers",
  subjects = function(case, each) each(1, 2) end }
