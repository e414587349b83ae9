-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-closures",
  test = function()
    local f = function() return 1 end
    while true do
      local g = f
      f = function() return g() end
    end
  end }
