-- failed 2: a filter names fields
return require "harmless" { id = "hostile/misuse-a-filter-with-places", test = function(s, p, case) return case:agreements { "veto" }:any() end }
