-- limit: it ran
return require "harmless" { id = "hostile/endless-walk",
  test = function(s, p, case)
    while true do
      for e in case:entities() do local _ = e.name end
    end
  end }
