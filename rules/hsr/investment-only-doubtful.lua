local candidates = require "candidates"
local elements   = require "elements"
local hsr_deals  = require "hsr_deals"

---@type Rule
return {
  id           = "hsr/investment-only-doubtful",
  title        = "{holder} treats its shares of {firm} as solely for investment, but has a hand in it or competes with it",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "hsr-802-9", at = "15 U.S.C. 18a(c)(9), 16 CFR 802.9", support = "direct" },
    { "hsr-801-1", at = "16 CFR 801.1(i)(1)", support = "direct" },
    { "hsr-management-2016", at = "talk with management", support = "direct" },
  },
  params       = {
    exempt_votes = { 10, "percent", "15 U.S.C. 18a(c)(9): above it the exemption is not open at all" },
    no_votes     = { 0, "percent", "without votes there is nothing to notify" },
  },

  roles    = { "holder", "firm" },
  subjects = candidates.funded,

  figures = {
    votes = function(s, _, case) return hsr_deals.votes(case, s.holder, s.firm) end,
  },

  applies = {
    {
      "it has been said that {holder} holds its shares of {firm} solely for investment",
      function(s, _, case)
        return case:observations { says = "investment-only", about = s.holder }:where { about = s.firm }:any()
      end,
      no = "nothing on file says that {holder} holds its shares of {firm} solely for investment",
    },
    { "{holder} holds {votes} of the votes, {>=} {no_votes}", "votes", ">", "no_votes" },
    { "{holder} holds {votes} of the votes, {>=} {exempt_votes}", "votes", "<=", "exempt_votes" },
  },

  elements = {
    {
      "{holder} has a hand in {firm}, or competes with it",
      any = { elements.seat("holder", "firm"), elements.say("holder", "firm"), elements.competes("holder", "firm") },
      no = "{holder} has no hand in {firm} and does not compete with it",
    },
  },

  advice = "Ask what {holder} has said to the management of {firm} and about what, how it votes, and whether it would sell rather than "
    .. "act if it disagreed.",
}
