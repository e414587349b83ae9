-- failed 3: a rule keeps nothing: 'counter' is assigned but not local
return require "harmless" { id = "hostile/global-written-in-a-test",
  test = function() counter = 1 return true end }
