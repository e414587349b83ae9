-- failed: a rule keeps nothing: 'shelf' was changed by a test
local shelf = require "shelf"
return require "harmless" { id = "hostile/keeps-by-assigning-a-library",
  test = function() shelf = { words = {} } return true end }
