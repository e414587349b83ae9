-- failed 3: string.format takes %s and %d alone
return require "harmless" { id = "hostile/format-an-address",
  test = function(s) return string.format("%p", s) < "x" end }
