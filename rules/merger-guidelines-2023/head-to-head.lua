local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"

local REBUTTAL = { { "merger-guidelines-2023-rebuttal", at = "sections 3.1 to 3.3", support = "direct" } }

---@type Rule
return {
  id           = "merger-guidelines-2023/head-to-head",
  title        = "{buyer} takes over {target}, with which it competes head to head",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 2, section 2.2", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    deal    = deals.between("buyer", "target"),
    markets = function(s, _, case) -- those in which both sell
      return case:markets { id = s.buyer:shares_market(s.target) }:except { measure = "purchases" }
    end,
  },

  applies = { deals.absorbs("buyer", "target") },

  elements = {
    elements.observed_between("head-to-head", "buyer", "target",
      "{buyer} and {target} have been seen to shape each other's conduct as competitors"),
  },

  unless = {
    deals.entry("markets", REBUTTAL),
    deals.failing("target", REBUTTAL),
    deals.efficient("buyer", "target", REBUTTAL),
  },

  advice = "Ask for plans and price decisions in which {buyer} or {target} names the other, for customers won and lost between "
    .. "them, and for products not yet on sale.",
}
