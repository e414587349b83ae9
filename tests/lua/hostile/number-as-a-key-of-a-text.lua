-- failed 3: '1' is not available to rules
return require "harmless" { id = "hostile/number-as-a-key-of-a-text",
  test = function() return ('x')[1] or true end }
