-- limit: it ran
return require "harmless" { id = "hostile/endless-in-a-figure-that-a-text-names", title = "{investor}, {developer}, {share}",
  figures = { share = function() while true do end end } }
