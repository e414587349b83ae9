-- limit: 
return require "harmless" { id = "hostile/endless-pairs",
  test = function(s, p, case)
    local all = case:investments()
    while true do
      for a, b in all:pairs("investor", "target") do local _ = a, b end
    end
  end }
