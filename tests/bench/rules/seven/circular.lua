-- For the benchmark: the part of the money that comes back as spending.
local candidates = require "candidates"
return {
  id = "seven/circular", title = "Money of {investor} comes back from {target}", severity = "medium", nature = "indicator",
  basis = { { "ftc-6b-2025", at = "benchmark", support = "analogy" } },
  params = { part = { 25, "percent", "benchmark" } },
  roles = { "investor", "target" },
  subjects = candidates.funded,
  figures = {
    spend = function(s, _, case)
      return case:agreements { type = "spend-commitment", holder = s.investor, grantor = s.target }:sum("amount")
    end,
    part_back = function(s, _, case) return s.spend / case:invested(s.investor, s.target):as_recorded() end,
  },
  applies = { { "{investor} has put money into {target}",
                recorded = { "investments", investor = "investor", target = "target", status = { "committed", "paid" } } } },
  elements = { { "{part_back} comes back, {>=} {part}", "part_back", ">=", "part" } },
}
