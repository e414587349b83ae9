-- failed 3: each(…) wants an entity or a market as role 1, not the case
return require "harmless" { id = "hostile/each-the-case",
  subjects = function(case, each) each(case, case) end }
