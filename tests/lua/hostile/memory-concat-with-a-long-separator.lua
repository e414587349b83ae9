-- limit: 
return require "harmless" { id = "hostile/memory-concat-with-a-long-separator",
  test = function()
    local s, list = "0123456789abcdef", {}
    for _ = 1, 13 do s = s .. s end
    for i = 1, 1000 do list[i] = "" end
    return table.concat(list, s) < "x"
  end }
