-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/endless-recursion",
  test = function()
    local function deeper(n) return 1 + deeper(n + 1) end
    return deeper(1) > 0
  end }
