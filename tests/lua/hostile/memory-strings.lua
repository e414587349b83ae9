-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-strings",
  test = function()
    local s, all = "0123456789abcdef", {}
    for _ = 1, 13 do s = s .. s end
    for i = 1, 1e9 do all[i] = s .. i end
    return true
  end }
