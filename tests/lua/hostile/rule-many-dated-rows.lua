-- refused: by_date has more than 1000 entries
local many = {}
for i = 1, 1001 do many[i] = { i, from = "2024-01-01" } end
return require "harmless" { id = "hostile/rule-many-dated-rows", params = { line = { by_date = many, "USD", "many" } } }
