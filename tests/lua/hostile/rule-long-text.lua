-- refused 4: a text of more than 4000 bytes
local text = "{investor} and {developer} "
for _ = 1, 10 do text = text .. text end
return require "harmless" { id = "hostile/rule-long-text", title = text }
