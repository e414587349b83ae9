-- limit: 
return require "harmless" { id = "hostile/memory-filter",
  test = function(s, p, case)
    local words = {}
    for i = 1, 1000 do words[i] = "veto" end
    while true do case:agreements { type = words }:any() end
  end }
