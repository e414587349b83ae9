-- limit: 
return require "harmless" { id = "hostile/endless-in-subjects-by-each",
  subjects = function(case, each)
    local all = case:investments()
    while true do
      for investor, target in all:pairs("investor", "target") do each(investor, target) end
    end
  end }
