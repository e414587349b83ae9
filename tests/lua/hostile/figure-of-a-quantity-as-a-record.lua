-- failed: the figure 'many' is a quantity where a record is wanted
return require "harmless" { id = "hostile/figure-of-a-quantity-as-a-record",
  figures = { many = function(s, p, case) return case:agreements():count() end },
  elements = { { "{investor} and {developer}", recorded = { "agreements", holder = "many" } } } }
