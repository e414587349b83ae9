-- failed: a rule keeps nothing: 'n' was changed by a test
local function counter()
  local n = 0
  return function()
    n = n + 1
    return n
  end
end
local count = counter()
return require "harmless" { id = "hostile/keeps-a-counter-in-a-closure", test = function() return count() > 1 end }
