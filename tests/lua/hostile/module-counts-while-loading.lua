-- refused: a rule keeps nothing: 'count' of a library was changed while this file loaded
local shelf = require "shelf"
return require "harmless" { id = "hostile/module-counts-while-loading", title = string.format("{investor} and {developer} %d", shelf.next()) }
