-- failed 3: table.unpack gives at most 200 values
return require "harmless" { id = "hostile/unpack-over-the-edge",
  test = function() return select("#", table.unpack({}, 0x8000000000000000, 0x7fffffffffffffff)) > 0 end }
