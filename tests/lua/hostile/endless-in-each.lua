-- limit: it ran
return require "harmless" { id = "hostile/endless-in-each",
  elements = { { "of each {each}", at_least = 1, each = { "a", "b" }, test = function() while true do end end } } }
