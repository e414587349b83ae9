local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local params     = require "params"

--- The interest of one role in another is material, by the figures `money_WHICH` and `stake_WHICH`.
local function material(holder, firm, which)
  local interest = "the interest of {" .. holder .. "} in {" .. firm .. "} is "
  return elements.material(interest .. "material", interest .. "not material", "money_" .. which, "stake_" .. which)
end

---@type Rule
return {
  id           = "ftc-6b/competing-portfolio",
  title        = "{competitor} and {rival} compete, and money or shares tie both to {hub}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "deals studied: two cloud providers hold interests in one developer", support = "analogy" },
    { "merger-guidelines-2023", at = "guideline 11: common and cross-ownership", support = "analogy" },
  },
  params       = {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "hub", "competitor", "rival" },
  subjects = candidates.shared,

  figures = {
    money_in_competitor = figures.invested("hub", "competitor"),
    stake_in_competitor = figures.stake("hub", "competitor"),
    money_in_rival      = figures.invested("hub", "rival"),
    stake_in_rival      = figures.stake("hub", "rival"),
    money_of_competitor = figures.invested("competitor", "hub"),
    stake_of_competitor = figures.stake("competitor", "hub"),
    money_of_rival      = figures.invested("rival", "hub"),
    stake_of_rival      = figures.stake("rival", "hub"),
  },

  applies = {
    {
      "one of the three develops AI",
      any = { elements.develops_ai "hub", elements.develops_ai "competitor", elements.develops_ai "rival" },
      no = "none of {hub}, {competitor} and {rival} develops AI",
    },
    {
      "{hub} has an interest in both {competitor} and {rival}, or both have one in {hub}",
      any = {
        {
          "{hub} has an interest in {competitor} and in {rival}",
          all = { elements.interest("hub", "competitor"), elements.interest("hub", "rival") },
          no = "{hub} has no interest in both {competitor} and {rival}",
        },
        {
          "{competitor} and {rival} have an interest in {hub}",
          all = { elements.interest("competitor", "hub"), elements.interest("rival", "hub") },
          no = "{competitor} and {rival} do not both have an interest in {hub}",
        },
      },
      no = "no money, committed or paid, and no shares tie both {competitor} and {rival} to {hub}",
    },
  },

  elements = {
    {
      "the ties of {competitor} and {rival} to {hub} are material, both in one direction",
      any = {
        {
          "the interests of {hub} in {competitor} and {rival} are material",
          all = { material("hub", "competitor", "in_competitor"), material("hub", "rival", "in_rival") },
          no = "the interests of {hub} in {competitor} and {rival} are not both material",
        },
        {
          "the interests of {competitor} and {rival} in {hub} are material",
          all = { material("competitor", "hub", "of_competitor"), material("rival", "hub", "of_rival") },
          no = "the interests of {competitor} and {rival} in {hub} are not both material",
        },
      },
      no = "the ties of {competitor} and {rival} to {hub} are not both material in one direction",
    },
    elements.competes("competitor", "rival"),
  },

  unless = {
    {
      "a wall at {hub} keeps {competitor} and {rival} apart",
      function(s, _, case)
        return case:observations { says = "information-wall", about = s.hub, strength = { "moderate", "strong" } }
          :where { about = s.competitor }:where { about = s.rival }:any()
      end,
    },
  },

  advice = "Ask what {competitor} and {rival} can learn of each other through {hub}, and who gains if one of them loses.",
}
