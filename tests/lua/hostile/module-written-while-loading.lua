-- refused 3: a rule keeps nothing: this table cannot be changed after loading
local shelf = require "shelf"
shelf.words.first = "z"
return {}
