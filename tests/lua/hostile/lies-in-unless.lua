-- failed: a test returns true or false, this one returned nil (unless 1)
return require "harmless" { id = "hostile/lies-in-unless", unless = { { "{investor} is fine", function() end } } }
