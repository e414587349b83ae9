-- failed 3: string.format takes %s and %d alone
return require "harmless" { id = "hostile/format-half-a-place",
  test = function() return string.format("100 %") < "x" end }
