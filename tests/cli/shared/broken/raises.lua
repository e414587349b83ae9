return {
  id       = "broken/raises",
  title    = "{firm} has never been asked about",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "rule 3", support = "direct" } },
  roles    = { "firm" },
  subjects = function(case, each)
    for firm in case:entities() do each(firm) end
  end,
  elements = {
    { "{firm} is asked for a role that is none", function(s) return s.frim:does("software") end },
  },
}
