-- limit: 
return require "harmless" { id = "hostile/memory-format",
  test = function()
    local s = "0123456789abcdef"
    for _ = 1, 13 do s = s .. s end
    return string.format("%s%s%s%s%s%s%s%s", s, s, s, s, s, s, s, s) < "x"
  end }
