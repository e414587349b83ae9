-- For the benchmark: exclusivity granted to a funding cloud provider.
local candidates = require "candidates"
return {
  id = "seven/exclusivity", title = "{target} is bound to {investor}", severity = "high", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  roles = { "investor", "target" },
  subjects = candidates.funded,
  applies = { { "{investor} is a cloud provider", does = { "investor", "cloud-provider" } } },
  elements = { { "{investor} holds exclusivity over {target}",
                 recorded = { "agreements", type = "exclusivity", degree = "exclusive", holder = "investor", grantor = "target" } } },
}
