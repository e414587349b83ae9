-- refused: groups within groups, more than 8 deep
local group = { "{investor} and {developer}", function() return true end }
for _ = 1, 20 do group = { "{investor} and {developer}", any = { group } } end
return require "harmless" { id = "hostile/rule-groups-too-deep", elements = { group } }
