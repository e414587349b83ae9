local elements = require "elements"
return {
  id = "pack/rule", title = "{customer} is bound to {supplier}", severity = "high", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "test", support = "analogy" } },
  params = { line = { 20, "percent", "test" } },
  roles = { "supplier", "customer" },
  subjects = function(case, each)
    for supplier, customer in case:agreements { type = "exclusivity" }:pairs("holder", "grantor") do each(supplier, customer) end
  end,
  figures = {
    market = function(_, _, case) return case:product("cloud-infrastructure", "worldwide") end,
    share = function(s) return s.market:share(s.supplier) end,
  },
  applies = { elements.develops_ai "customer" },
  elements = {
    { "{supplier} has {share} of {market}, {>=} {line}", "share", ">=", "line" },
    { "{customer} granted it", function(s, _, case)
      return case:agreements { type = "exclusivity", holder = s.supplier, grantor = s.customer }:any()
    end },
  },
  unless = { { "{customer} buys elsewhere", recorded = { "agreements", type = "supply", holder = "customer" } } },
  advice = "Ask {customer}.",
}
