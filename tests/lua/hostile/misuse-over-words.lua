-- failed 3: 'type' cannot be compared: it is no number and no date
return require "harmless" { id = "hostile/misuse-over-words", test = function(s, p, case)
  return case:agreements():over("type", case.as_of):any() end }
