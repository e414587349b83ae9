-- failed 2: a table that is no plain list as the filter value of 'type'
return require "harmless" { id = "hostile/misuse-a-filter-of-names-and-places", test = function(s, p, case) return case:agreements { type = { "veto", also = "consent" } }:any() end }
