-- refused: it needs more memory than a rule may use
local text, many = "0123456789abcdef", {}
for _ = 1, 13 do text = text .. text end
for i = 1, 1000 do many[i] = text end
return require "harmless" { id = "hostile/rule-long-rows-of-each", elements = { { "{investor} {developer} {each}", at_least = 1, each = many, test = function() return true end } } }
