-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-stack",
  test = function()
    local function wide(n)
      local a, b, c, d, e, f, g, h = n, n, n, n, n, n, n, n
      return wide(n + 1) + a + b + c + d + e + f + g + h
    end
    return wide(1) > 0
  end }
