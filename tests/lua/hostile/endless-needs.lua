-- limit: 
return require "harmless" { id = "hostile/endless-needs",
  test = function(s, p, case)
    while true do s.developer:does("retailer") end
  end }
