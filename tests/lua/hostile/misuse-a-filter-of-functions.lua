-- failed 2: function as the filter value of 'type'
return require "harmless" { id = "hostile/misuse-a-filter-of-functions", test = function(s, p, case) return case:agreements { type = ipairs }:any() end }
