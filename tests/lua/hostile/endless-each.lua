-- limit: it ran
return require "harmless" { id = "hostile/endless-each",
  subjects = function(case, each)
    local one = case:entities { id = "alpha" }:one()
    while true do each(one, one) end
  end }
