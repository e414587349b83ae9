-- For the benchmark: a stake of 20 %.
local candidates = require "candidates"
return {
  id = "seven/stake", title = "{investor} holds a large stake in {target}", severity = "medium", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  params = { line = { 20, "percent", "benchmark" } },
  roles = { "investor", "target" },
  subjects = candidates.funded,
  figures = { stake = function(s, _, case) return case:held(s.investor, s.target, "stake") end },
  elements = { { "{investor} holds {stake} of {target}, {>=} {line}", "stake", ">=", "line" } },
}
