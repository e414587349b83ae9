-- limit: it ran
return require "harmless" { id = "hostile/endless-counting",
  test = function(s, p, case)
    local sum = case:entities():count()
    while true do sum = sum + case:entities():count() end
  end }
