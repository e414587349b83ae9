-- limit: it ran
return require "harmless" { id = "hostile/endless-reading",
  test = function(s) while true do local _ = s.investor.name end end }
