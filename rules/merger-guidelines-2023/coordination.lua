local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"

local SIGNIFICANT = { { "merger-guidelines-2023-g3", at = "section 2.3.A: highly concentrated market", support = "direct" } }
local REBUTTAL = { { "merger-guidelines-2023-rebuttal", at = "sections 3.1 and 3.2", support = "direct" } }

---@type Rule
return {
  id           = "merger-guidelines-2023/coordination",
  title        = "The deal of {buyer} and {target} may make it easier for firms in {market} to coordinate",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 3, section 2.3: primary factors", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),
  params       = {
    concentrated = { 1800, "points", "guideline 3: a market that the deal leaves highly concentrated (guideline 1) is a primary factor" },
    significant  = { 100, "points", "from memory: a deal that raises concentration significantly, by more than 100 points (guideline 1)" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = {
    after  = function(s) return s.market:hhi_after(s.buyer, s.target) end,
    change = function(s) return s.market:hhi_change(s.buyer, s.target) end,
  },

  applies = { deals.takeover("buyer", "target"), deals.apart("buyer", "target"), deals.selling_side("market", { "buyer", "target" }) },

  elements = {
    {
      "a primary factor is present, any one of which may suffice",
      any = {
        {
          "the deal leaves {market} highly concentrated, and raises its concentration significantly",
          all = {
            { "the HHI of {market} after the deal is {after}, {>=} {concentrated}", "after", ">", "concentrated" },
            {
              "the deal raises the HHI of {market} by {change}, {>=} {significant}", "change", ">", "significant",
              basis = SIGNIFICANT,
            },
          },
          no = "the deal does not both leave {market} highly concentrated and raise its concentration significantly",
        },
        elements.observed("coordination", "market", "firms in {market} have coordinated before, or have tried to"),
        elements.observed("maverick", "target", "{target} has been a maverick, which the deal removes"),
        elements.observed("maverick", "buyer", "{buyer} has been a maverick, whose incentives the deal changes"),
      },
      no = "no primary factor is on file",
    },
  },

  unless = { deals.entry("market", REBUTTAL), deals.failing("target", REBUTTAL) },

  advice = "Ask how many of the firms in {market} took part where some coordinated before, in this market or one like it, whether "
    .. "they meet in several markets, and how fast they see and answer each other's prices.",
}
