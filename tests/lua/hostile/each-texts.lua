-- failed 3: each(…) wants an entity or a market as role 1, not a text
return require "harmless" { id = "hostile/each-texts",
  subjects = function(case, each) each("alpha", "beta") end }
