-- failed 5: table.insert only appends
return require "harmless" { id = "hostile/insert-in-the-middle",
  test = function()
    local t = { 1, 2 }
    table.insert(t, 1, 0)
    return true
  end }
