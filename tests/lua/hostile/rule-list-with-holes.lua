-- refused: elements is a plain list, without names and gaps
return require "harmless" { id = "hostile/rule-list-with-holes", elements = { { "{investor} and {developer}", function() return true end }, [5] = { "{investor}", function() return true end } } }
