-- failed 3: string.format takes text and whole numbers, not table
return require "harmless" { id = "hostile/format-a-table",
  test = function() return string.format("%s", {}) < "x" end }
