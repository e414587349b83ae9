-- limit: it 
return require "harmless" { id = "hostile/endless-arithmetic",
  params = { step = { 1, "percent", "of the walk" } },
  test = function(s, p)
    local sum = p.step
    while true do sum = sum + p.step end
  end }
