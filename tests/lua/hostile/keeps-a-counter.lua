-- failed: a rule keeps nothing: 'count' was changed by a test
local count = 0
return require "harmless" { id = "hostile/keeps-a-counter",
  test = function()
    count = count + 1
    return count > 1
  end }
