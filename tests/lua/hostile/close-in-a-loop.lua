-- failed 4: variable '(for state)' got a non-closable value
return require "harmless" { id = "hostile/close-in-a-loop",
  test = function(s)
    for _ in ipairs, {}, 0, s.investor do return true end
    return true
  end }
