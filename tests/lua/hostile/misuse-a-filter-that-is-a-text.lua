-- failed 2: a text stands where a filter { field = value } is wanted
return require "harmless" { id = "hostile/misuse-a-filter-that-is-a-text", test = function(s, p, case) return case:agreements("veto"):any() end }
