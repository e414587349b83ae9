-- failed 3: string.format takes text and whole numbers, not a quantity
return require "harmless" { id = "hostile/format-a-quantity",
  test = function(s, p, case) return string.format("%s", case.as_of) < "x" end }
