local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local figures          = require "figures"
local ownership        = require "ownership"
local params           = require "params"

---@type Rule
return {
  id           = "de/significant-influence",
  title        = "{investor} may have competitively significant influence on {firm}: a concentration",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "DE",
  basis        = {
    { "de-37-4", at = "s. 37(1) no. 4 GWB: directly or indirectly; BGH KVR 26/03: below 25 % with plus factors", support = "direct" },
    { "de-msft-openai", at = "influence since 2019, found on 15 November 2023", support = "analogy" },
  },
  params       = {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "investor", "firm" },
  subjects = candidates.partners,
  figures  = {
    invested = figures.invested("investor", "firm"),
    stake    = figures.stake("investor", "firm"),
  },

  applies = {
    elements.interest("investor", "firm"),
    european_deals.business "investor",
    {
      "{investor} is close to {firm} in the market",
      any = {
        elements.supplies("investor", "firm"), elements.supplies("firm", "investor"), elements.competes("investor", "firm"),
      },
      no = "{investor} neither trades nor competes with {firm} as far as recorded",
    },
  },

  elements = {
    {
      "at least two factors give {investor} a position like that of a holder of 25 %",
      at_least = 2,
      of = {
        elements.material("the money or the stake is material", "neither the money nor the stake is material", "invested", "stake"),
        elements.seat("investor", "firm"),
        elements.say("investor", "firm"),
        ownership.sway("investor", "firm", "stake", "material_stake"),
        european_control.insight("investor", "firm"),
        european_control.dependence("investor", "firm"),
        european_control.exclusive_licence("investor", "firm"),
      },
      no = "fewer than two factors are on file",
    },
  },

  unless = {
    elements.observed_between("investment-only", "investor", "firm",
      "{investor} only invests in {firm} and does not influence it"),
  },

  advice = "The influence must rest on company law: contracts of supply, licence or loan are not enough. Ask what {investor} may do as "
    .. "a holder and whether others would heed it. A filing also needs turnover or value and activity in Germany: the office found "
    .. "none for OpenAI before 2023.",
}
