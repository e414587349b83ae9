-- refused: 'range' is exactly's and below's own
return require "harmless" { id = "hostile/misuse-a-forged-range",
  elements = { { "{investor} and {developer}", recorded = { "agreements", holder = { "investor", range = 6 } } } } }
