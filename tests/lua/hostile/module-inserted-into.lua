-- failed 4: a rule keeps nothing: this table cannot be changed after loading
local shelf = require "shelf"
return require "harmless" { id = "hostile/module-inserted-into",
  test = function() table.insert(shelf.words, "c") return true end }
