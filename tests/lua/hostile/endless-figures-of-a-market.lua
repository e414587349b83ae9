-- limit: it ran
return require "harmless" { id = "hostile/endless-figures-of-a-market",
  test = function(s, p, case)
    local market = case:product "cloud-infrastructure"
    while true do market:hhi() end
  end }
