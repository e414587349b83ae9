return {
  id       = "house/veto",
  title    = "{holder} may veto what {firm} does",
  severity = "high",
  nature   = "indicator",
  basis    = { { "house-2025", at = "rule 1", support = "direct" } },
  roles    = { "holder", "firm" },
  subjects = function(case, each)
    for holder, firm in case:agreements():pairs("holder", "grantor") do each(holder, firm) end
  end,
  elements = {
    { "{holder} has a veto over {firm}", recorded = { "agreements", type = "veto", holder = "holder", grantor = "firm" } },
  },
  advice   = "Ask what needs its word.",
}
