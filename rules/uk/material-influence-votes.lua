local elements       = require "elements"
local european_deals = require "european_deals"

---@type Rule
return {
  id           = "uk/material-influence-votes",
  title        = "{investor} has so many votes of {firm} that material influence is presumed",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "UK",
  basis        = { { "uk-material-influence-old", at = "CMA2 before 28 October 2025: presumed above 25 %", support = "reported" } },
  in_force     = { from = "2014-04-01", to = "2025-10-27" },
  params       = { line = { 25, "percent", "votes above this can block special resolutions" } },

  roles    = { "investor", "firm" },
  subjects = function(case, each)
    for holding in case:holdings { votes = true } do each(holding.holder, holding.entity) end
  end,
  figures  = { votes = function(s, _, case) return case:held(s.investor, s.firm, "votes") end },

  applies = {
    european_deals.business "investor",
    {
      "{investor} and {firm} are not one group",
      function(s) return not s.investor:same_group(s.firm) end,
      no = "{investor} and {firm} are one group",
    },
    elements.holds_shares("investor", "firm"),
  },
  elements = {
    {
      "the votes of {investor} in {firm} are {votes}, {>=} {line}", "votes", ">", "line",
      no = "the votes of {investor} in {firm} are {votes}, not above {line}",
    },
  },

  unless = {
    {
      "another holder controls {firm} alone",
      function(s, _, case) return case:holdings { entity = s.firm, control = "sole" }:except { holder = s.investor }:any() end,
    },
    elements.observed_between("investment-only", "investor", "firm",
      "it has been found that {investor} only invests in {firm} and does not influence it"),
  },

  advice = "Ask how the other votes are spread and who comes to meetings.",
}
