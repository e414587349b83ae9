-- limit: a string longer than a rule may make
return require "harmless" { id = "hostile/memory-concat",
  test = function()
    local s, list = "0123456789abcdef", {}
    for _ = 1, 10 do s = s .. s end
    for i = 1, 20 do list[i] = s end
    return table.concat(list) < "x"
  end }
