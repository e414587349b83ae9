-- refused: a text with more than 1000 pieces
local text = "{investor}{developer}"
for _ = 1, 12 do text = text .. text end
return require "harmless" { id = "hostile/rule-many-placeholders", title = text }
