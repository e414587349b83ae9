-- refused: a rule has more than 1000 elements
local group = { "{investor} and {developer}", function() return true end }
for _ = 1, 7 do
  local many = {}
  for i = 1, 100 do many[i] = group end
  group = { "{investor} and {developer}", any = many }
end
return require "harmless" { id = "hostile/rule-groups-without-end", elements = { group } }
