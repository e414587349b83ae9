-- refused 5: attempt to assign to const variable 'x'
return require "harmless" { id = "hostile/const-written",
  test = function()
    local x <const> = 1
    x = 2
    return true
  end }
