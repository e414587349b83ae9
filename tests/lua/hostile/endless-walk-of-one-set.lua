-- limit: 
return require "harmless" { id = "hostile/endless-walk-of-one-set",
  test = function(s, p, case)
    local all = case:entities()
    while true do
      for e in all do local _ = e.name end
    end
  end }
