-- limit: it ran
return require "harmless" { id = "hostile/endless-in-a-figure",
  figures = { share = function() while true do end end },
  test = function(s) return s.share > s.share end }
