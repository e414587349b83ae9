local candidates = require "candidates"

---@type Rule
return {
  id       = "house/now",
  title    = "{target}, which {buyer} bought, sold something",
  severity = "low",
  nature   = "indicator",
  basis    = { { "house-2025", at = "page 1", support = "direct" } },
  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  elements = {
    {
      "{target} is on file with shares",
      function(s, _, case) return case:shares { entity = s.target }:any() end,
      no = "{target} is on file with no shares",
    },
  },
  advice   = "Ask {target} what it sells.",
}
