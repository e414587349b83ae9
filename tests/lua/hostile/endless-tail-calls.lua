-- limit: it ran
return require "harmless" { id = "hostile/endless-tail-calls",
  test = function()
    local pong
    local function ping() return pong() end
    function pong() return ping() end
    return ping()
  end }
