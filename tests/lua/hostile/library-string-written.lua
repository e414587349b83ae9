-- failed 3: a rule keeps nothing: this table cannot be changed after loading
return require "harmless" { id = "hostile/library-string-written",
  test = function() string.format = function() return "" end return true end }
