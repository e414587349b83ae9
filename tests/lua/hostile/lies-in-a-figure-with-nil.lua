-- failed: the figure 'share' gives a quantity, a record, a list or a set, not nil
return require "harmless" { id = "hostile/lies-in-a-figure-with-nil", title = "{investor} {developer} {share}", figures = { share = function() end } }
