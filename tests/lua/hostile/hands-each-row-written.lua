-- failed 4: a rule keeps nothing: this table cannot be changed after loading
return require "harmless" { id = "hostile/hands-each-row-written",
  elements = { { "{each}", at_least = 1, each = { { name = "one" } }, test = function(s, p, case, it)
    it.name = "two" return true end } } }
