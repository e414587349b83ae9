-- failed 2: a bare number as the filter value of 'type'
return require "harmless" { id = "hostile/misuse-a-filter-of-numbers", test = function(s, p, case) return case:agreements { type = 1 }:any() end }
