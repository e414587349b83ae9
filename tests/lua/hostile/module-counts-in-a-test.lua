-- failed: a rule keeps nothing: 'count' was changed by a test
local shelf = require "shelf"
return require "harmless" { id = "hostile/module-counts-in-a-test",
  test = function() return shelf.next() > 1 end }
