-- refused: each has more than 1000 entries
local many = {}
for i = 1, 5000 do many[i] = "row " .. i end
return require "harmless" { id = "hostile/rule-many-rows-of-each", elements = { { "{investor} {developer} {each}", at_least = 1, each = many, test = function() return true end } } }
