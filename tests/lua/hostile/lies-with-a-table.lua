-- failed: a test returns true or false, this one returned table (element 1)
return require "harmless" { id = "hostile/lies-with-a-table", test = function() return { true } end }
