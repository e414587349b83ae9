-- failed 2: userdata as the filter value of 'investor'
return require "harmless" { id = "hostile/hands-null-inserted", test = function(s, p, case) return case:investments { investor = null }:any() end }
