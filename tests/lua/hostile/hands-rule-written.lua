-- failed 2: a rule keeps nothing: this table cannot be changed after loading
local rule rule = require "harmless" { id = "hostile/hands-rule-written", test = function() rule.title = "another" return true end }
return rule
