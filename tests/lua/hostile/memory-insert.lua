-- limit: it 
return require "harmless" { id = "hostile/memory-insert",
  test = function()
    local list = {}
    while true do table.insert(list, "more") end
  end }
