-- failed: the figure 'share' gives a quantity, a record, a list or a set, not a bare number
return require "harmless" { id = "hostile/lies-in-a-figure-with-a-number", title = "{investor} {developer} {share}", figures = { share = function() return 21 end } }
