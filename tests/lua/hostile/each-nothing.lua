-- failed 3: each(…) wants 2 roles, this one has 0
return require "harmless" { id = "hostile/each-nothing",
  subjects = function(case, each) each() end }
