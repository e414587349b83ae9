local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"
local figures    = require "figures"
local params     = require "params"

--- Products of AI, which a developer sells whether or not its share of them is on file.
local AI_PRODUCTS = { "generative-ai-models", "enterprise-llm-api", "ai-chatbots" }

---@type Rule
return {
  id           = "ftc-6b/dominance-extension",
  title        = "{investor}, strong in {market}, funds {developer} in a market that this feeds",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "bloomberg-2025-01-17", at = "dominance in cloud could be extended into AI", support = "reported" },
    { "ftc-6b-2025", at = "implications, as the press tells them", support = "reported" },
  },
  params       = {
    strong_share   = { 20, "percent", "our choice: the press account calls dominant a firm that had about a fifth of cloud" },
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "investor", "developer", "market" },
  subjects = candidates.feeding,

  figures = {
    share    = figures.share("market", "investor"),
    fed      = function(s, _, case) -- of the markets that it feeds, those in which the developer sells
      local all = case:markets { id = s.market.input_to }
      local sold = case:shares { entity = s.developer, market = all }:list "market"
      return all:except { id = all:except { product = AI_PRODUCTS }:except { id = sold } }
    end,
    invested = figures.invested("investor", "developer"),
    stake    = figures.stake("investor", "developer"),
  },

  applies = {
    elements.develops_ai "developer",
    elements.interest("investor", "developer"),
    deals.selling_side("market", { "investor" }),
    {
      "{investor} is on record as a supplier of {market}",
      recorded = { "shares", market = "market", entity = "investor" },
      no = "{investor} is not on record as a supplier of {market}",
    },
  },

  elements = {
    elements.share_at_least("investor", "market", "strong_share"),
    elements.material("the interest of {investor} in {developer} is material",
      "the interest of {investor} in {developer} is not material", "invested", "stake"),
    {
      "{market} feeds a market in which {developer} sells",
      any = {
        {
          "{developer} sells in {fed}, which {market} feeds",
          recorded = { "shares", entity = "developer", market = "fed" },
          no = "{developer} has no share on file in a market that {market} feeds",
        },
        {
          "{market} feeds a market for AI, which {developer} develops",
          function(s, _, case) return s.market:has { input_to = case:markets { product = AI_PRODUCTS } } end,
          no = "{market} feeds no market for AI",
        },
      },
      no = "{market} feeds no market in which {developer} sells",
    },
  },

  unless = {
    elements.observed("entry", "fed", "rivals enter {fed} without {investor}'s {market}"),
  },

  advice = "Ask whether rivals of {developer} depend on {investor} for {market}, and whether their terms have changed.",
}
