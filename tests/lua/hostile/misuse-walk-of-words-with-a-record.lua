-- failed: a test returns true or false, this one returned nil
return require "harmless" { id = "hostile/misuse-walk-of-words-with-a-record",
  test = function(s, p, case)
    local words = case:agreements():list "type"
    return words(nil, s.investor) end }
