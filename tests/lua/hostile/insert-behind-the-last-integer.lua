-- failed 9: table.insert appends to a list, and this table has no end
return require "harmless" { id = "hostile/insert-behind-the-last-integer",
  test = function()
    local t, i = {}, 1
    for n = 1, 4 do t[n] = 1 end
    t[9] = 1
    for _ = 1, 63 do t[i] = 1 i = i * 2 end
    t[0x7fffffffffffffff] = 1 -- Lua looks for the end by doubling, and takes this for it
    table.insert(t, 2)
    return true
  end }
