-- failed 2: userdata stands where
return require "harmless" { id = "hostile/hands-null-read", test = function() return null.x end }
