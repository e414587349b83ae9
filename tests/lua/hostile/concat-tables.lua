-- failed 3: invalid value (table) at index 1 in table for 'concat'
return require "harmless" { id = "hostile/concat-tables",
  test = function() return table.concat { {}, {} } < "x" end }
