-- refused: params has more than 64 names
local many = {}
for i = 1, 70 do many["param_" .. i] = { i, "count", "many" } end
return require "harmless" { id = "hostile/rule-many-params", params = many }
