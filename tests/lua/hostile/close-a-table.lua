-- failed 4: variable 'x' got a non-closable value
return require "harmless" { id = "hostile/close-a-table",
  test = function()
    local x <close> = { __close = function() while true do end end }
    return true
  end }
