-- failed: 'where' is market where agreement.holder wants another kind
return require "harmless" { id = "hostile/role-of-a-market-as-a-firm", roles = { "where" }, title = "{where}",
  subjects = function(case, each) for m in case:markets() do each(m) end end,
  elements = { { "{where} is bound", recorded = { "agreements", holder = "where" } } } }
