-- failed 3: attempt to index a function value
return require "harmless" { id = "hostile/subjects-read-a-role",
  subjects = function(case, each) each(each.investor) end }
