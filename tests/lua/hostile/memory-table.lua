-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-table",
  test = function()
    local t = {}
    for i = 1, 1e9 do t[-i] = i end
    return true
  end }
