-- limit: a string longer than a rule may make
return require "harmless" { id = "hostile/memory-string-doubled",
  test = function()
    local s = "0123456789"
    while true do s = s .. s end
  end }
