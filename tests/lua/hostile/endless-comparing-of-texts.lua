-- limit: it ran
return require "harmless" { id = "hostile/endless-comparing-of-texts",
  test = function()
    local a = "x"
    for _ = 1, 17 do a = a .. a end
    local b, n = a .. "y", 0
    while true do if a < b then n = n + 1 end end
  end }
