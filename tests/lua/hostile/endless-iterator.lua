-- limit: it ran
return require "harmless" { id = "hostile/endless-iterator",
  test = function()
    for n in function(_, last) return last + 1 end, nil, 0 do local _ = n end
    return true
  end }
