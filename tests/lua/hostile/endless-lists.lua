-- limit: 
return require "harmless" { id = "hostile/endless-lists",
  test = function(s, p, case)
    local all = case:investments()
    while true do all:list("investor") end
  end }
