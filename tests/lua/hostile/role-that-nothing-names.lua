-- failed: no text and no data form names the role 'developer', and no function read it
return require "harmless" { id = "hostile/role-that-nothing-names", title = "{investor}", elements = { { "so it is", function() return true end } } }
