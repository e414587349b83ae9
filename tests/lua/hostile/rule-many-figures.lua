-- refused: figures has more than 64 names
local many = {}
for i = 1, 70 do many["figure_" .. i] = function(s) return s.investor end end
return require "harmless" { id = "hostile/rule-many-figures", figures = many }
