-- failed: the figure 'share' needs itself
return require "harmless" { id = "hostile/figure-of-itself", title = "{investor} {developer} {share}", figures = { share = function(s) return s.share end } }
