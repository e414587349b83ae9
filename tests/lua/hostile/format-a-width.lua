-- failed 3: string.format takes %s and %d alone
return require "harmless" { id = "hostile/format-a-width",
  test = function() return string.format("%999999999d", 1) < "x" end }
