-- refused: a text with more than 1000 pieces
local text = "{a}{b}"
for _ = 1, 9 do text = text .. text end
return require "harmless" { id = "hostile/rule-many-placeholders", title = text, roles = { "a", "b" } }
