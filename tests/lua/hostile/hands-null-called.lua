-- failed 2: userdata stands where
return require "harmless" { id = "hostile/hands-null-called", test = function() return null() end }
