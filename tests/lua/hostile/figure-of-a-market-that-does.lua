-- failed: does asks an entity
return require "harmless" { id = "hostile/figure-of-a-market-that-does",
  figures = { market = function(s, p, case) return case:product "cloud-infrastructure" end },
  elements = { { "{investor} and {developer}", does = { "market", "retailer" } } } }
