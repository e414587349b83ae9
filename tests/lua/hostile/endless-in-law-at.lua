-- limit: it ran
return require "harmless" { id = "hostile/endless-in-law-at",
  law_at = function() while true do end end }
