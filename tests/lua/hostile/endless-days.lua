-- limit: it looked at 250 days
return require "harmless" { id = "hostile/endless-days",
  params = { step = { 1, "days", "back" } },
  test = function(s, p, case)
    local day = case.as_of
    while true do
      day = day - p.step
      case:at(day)
    end
  end }
