-- limit 6: instructions
return require "harmless" { id = "hostile/endless-concat-of-nothing",
  test = function()
    local list = {}
    for i = 1, 30000 do list[i] = "" end
    while table.concat(list) < "x" do end
    return true
  end }
