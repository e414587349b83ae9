-- For the benchmark: a right of first refusal.
local candidates = require "candidates"
return {
  id = "seven/refusal", title = "{investor} may match offers to {target}", severity = "medium", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  roles = { "investor", "target" },
  subjects = candidates.funded,
  elements = { { "{investor} has a right of first refusal over {target}",
                 recorded = { "agreements", type = "right-of-first-refusal", holder = "investor", grantor = "target" } } },
}
