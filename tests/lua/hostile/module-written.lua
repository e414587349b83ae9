-- failed 4: a rule keeps nothing: this table cannot be changed after loading
local shelf = require "shelf"
return require "harmless" { id = "hostile/module-written",
  test = function() shelf.kept = 1 return true end }
