return {
  id       = "hostile/words",
  title    = "{holder} ::error::title ]]> | @all [x](y) of {firm}",
  severity = "critical",
  nature   = "indicator",
  basis    = { { "house-2025", at = "=1+1 ::warning::at", support = "direct" } },
  roles    = { "holder", "firm" },
  subjects = function(case, each)
    for holder, firm in case:agreements():pairs("holder", "grantor") do each(holder, firm) end
  end,
  elements = {
    { "{holder} <script>alert(1)</script> `{firm}` ${firm}$ \\", at = "\"|]]>",
      recorded = { "agreements", type = "veto", holder = "holder", grantor = "firm" } },
  },
  advice   = "-1+1 ::notice::advice ]]> <b>{firm}</b>",
}
