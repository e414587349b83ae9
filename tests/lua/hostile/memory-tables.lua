-- limit: more memory than a rule may use
return require "harmless" { id = "hostile/memory-tables",
  test = function()
    local t = {}
    while true do t = { t } end
  end }
