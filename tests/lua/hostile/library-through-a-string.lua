-- failed 3: attempt to index a string value
return require "harmless" { id = "hostile/library-through-a-string",
  test = function() ("x").kept = 1 return true end }
