-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/endless-mutual-recursion",
  test = function()
    local ping
    local function pong(n) return ping(n) + 1 end
    function ping(n) return pong(n) + 1 end
    return ping(1) > 0
  end }
