-- limit: it ran
return require "harmless" { id = "hostile/endless-in-applies",
  applies = { { "{investor} goes on", function() while true do end end } } }
