-- failed 3: each(…) wants an entity or a market as role 1, not a set
return require "harmless" { id = "hostile/each-a-set",
  subjects = function(case, each) each(case:entities(), case:entities()) end }
