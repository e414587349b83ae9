-- failed: the figure 'kinds' is a list of words where a record is wanted
return require "harmless" { id = "hostile/figure-of-words-as-a-record",
  figures = { kinds = function(s, p, case) return case:agreements():list "type" end },
  elements = { { "{investor} and {developer}", recorded = { "agreements", holder = "kinds" } } } }
