-- failed: a test returns true or false, this one returned nil
return require "harmless" { id = "hostile/misuse-walk-of-records-with-a-word",
  test = function(s, p, case)
    local firms = case:investments():list "investor"
    return firms(nil, "veto") end }
