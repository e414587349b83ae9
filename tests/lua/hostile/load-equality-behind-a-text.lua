-- refused 5: no == in a rule
return require "harmless" { id = "hostile/load-equality-behind-a-text",
  test = function(s)
    local hidden = "a text that goes on \z
      " return hidden == s.investor --"
  end }
