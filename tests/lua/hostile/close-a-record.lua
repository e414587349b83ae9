-- failed 4: variable 'x' got a non-closable value
return require "harmless" { id = "hostile/close-a-record",
  test = function(s)
    local x <close> = s.investor
    return true
  end }
