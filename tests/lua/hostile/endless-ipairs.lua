-- limit: 
return require "harmless" { id = "hostile/endless-ipairs",
  test = function()
    local list = { 1 }
    for i in ipairs(list) do list[i + 1] = i end
    return true
  end }
