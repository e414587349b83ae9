-- failed 3: each(…) wants an entity or a market as role 1, not userdata
return require "harmless" { id = "hostile/each-null",
  subjects = function(case, each) each(null, null) end }
