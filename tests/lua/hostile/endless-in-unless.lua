-- limit: it ran
return require "harmless" { id = "hostile/endless-in-unless",
  unless = { { "{investor} goes on", function() while true do end end } } }
