-- failed 5: a list within a list as the filter value of 'type'
return require "harmless" { id = "hostile/misuse-a-filter-in-itself", test = function(s, p, case)
  local words = {}
  words[1] = words
  return case:agreements { type = words }:any() end }
