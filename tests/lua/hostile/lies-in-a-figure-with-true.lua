-- failed: the figure 'share' gives a quantity, a record, a list or a set, not boolean
return require "harmless" { id = "hostile/lies-in-a-figure-with-true", title = "{investor} {developer} {share}", figures = { share = function() return true end } }
