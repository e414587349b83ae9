-- failed 3: string.format has more places than values
return require "harmless" { id = "hostile/format-too-few",
  test = function() return string.format("%s %s", "a") < "x" end }
