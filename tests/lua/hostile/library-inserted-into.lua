-- failed 3: a rule keeps nothing: this table cannot be changed after loading
return require "harmless" { id = "hostile/library-inserted-into",
  test = function() table.insert(string, 1) return true end }
