-- refused: groups within groups, more than 8 deep
local group = { "{investor} and {developer}" }
group.any = { group }
return require "harmless" { id = "hostile/rule-group-in-itself", elements = { group } }
