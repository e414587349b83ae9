-- limit: 
return require "harmless" { id = "hostile/endless-narrowing",
  test = function(s, p, case)
    local all = case:investments()
    while true do all = all:where { investor = s.investor } end
  end }
