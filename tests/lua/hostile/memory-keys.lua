-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-keys",
  test = function()
    local t = {}
    for i = 1, 1e9 do t["key" .. i] = true end
    return true
  end }
