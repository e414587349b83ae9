-- failed 5: each(…) wants 2 roles, this one has 3
return require "harmless" { id = "hostile/each-too-many",
  subjects = function(case, each)
    local one = case:entities { id = "alpha" }:one()
    each(one, one, one)
  end }
