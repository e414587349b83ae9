-- refused: elements has more than 200 entries
local many = {}
for i = 1, 300 do many[i] = { "{investor} and {developer}", function() return true end } end
return require "harmless" { id = "hostile/rule-many-elements", elements = many }
