-- refused: roles has more than 8 entries
local many = {}
for i = 1, 5000 do many[i] = "role_" .. i end
return require "harmless" { id = "hostile/rule-many-roles", roles = many }
