-- refused: exactly and below do not stand in one list with others, for 'holder'
return require "harmless" { id = "hostile/misuse-a-mixed-list-of-ranges",
  elements = { { "{investor} and {developer}", recorded = { "agreements", holder = { exactly "investor", "developer" } } } } }
