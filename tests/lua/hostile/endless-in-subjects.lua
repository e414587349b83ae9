-- limit: it ran
return require "harmless" { id = "hostile/endless-in-subjects",
  subjects = function() while true do end end }
