-- limit: it ran
return require "harmless" { id = "hostile/endless-while",
  test = function() while true do end end }
