-- failed: 'market' is market where agreement.holder wants another kind
return require "harmless" { id = "hostile/figure-of-a-market-as-a-firm",
  figures = { market = function(s, p, case) return case:product "cloud-infrastructure" end },
  elements = { { "{investor} and {developer}", recorded = { "agreements", holder = "market" } } } }
