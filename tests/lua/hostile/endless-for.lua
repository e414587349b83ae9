-- limit: it ran
return require "harmless" { id = "hostile/endless-for",
  test = function() for i = 1, 9223372036854775807 do local _ = i end return true end }
