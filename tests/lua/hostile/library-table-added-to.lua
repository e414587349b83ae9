-- failed 3: a rule keeps nothing: this table cannot be changed after loading
return require "harmless" { id = "hostile/library-table-added-to",
  test = function() table.kept = 1 return true end }
