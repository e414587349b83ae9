local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local params     = require "params"

---@type Rule
return {
  id           = "ftc-6b/competing-portfolio",
  title        = "{competitor} and {rival} compete, and money ties both to {hub}",
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
    first_money  = figures.money_between("hub", "competitor"),
    first_stake  = figures.stake_between("hub", "competitor"),
    second_money = figures.money_between("hub", "rival"),
    second_stake = figures.stake_between("hub", "rival"),
  },

  applies = {
    {
      "the money goes to a developer of AI",
      any = { elements.develops_ai "hub", elements.develops_ai "competitor", elements.develops_ai "rival" },
      no = "none of {hub}, {competitor} and {rival} develops AI",
    },
    {
      "{hub} has put money into both {competitor} and {rival}, or both have put money into {hub}",
      any = {
        {
          "{hub} has put money into {competitor} and {rival}",
          all = { elements.funds("hub", "competitor"), elements.funds("hub", "rival") },
          no = "{hub} has not put money into both {competitor} and {rival}",
        },
        {
          "{competitor} and {rival} have put money into {hub}",
          all = { elements.funds("competitor", "hub"), elements.funds("rival", "hub") },
          no = "{competitor} and {rival} have not both put money into {hub}",
        },
      },
      no = "no money, committed or paid, ties both {competitor} and {rival} to {hub}",
    },
  },

  elements = {
    elements.material("the tie between {hub} and {competitor} is material",
      "the tie between {hub} and {competitor} is not material", "first_money", "first_stake"),
    elements.material("the tie between {hub} and {rival} is material",
      "the tie between {hub} and {rival} is not material", "second_money", "second_stake"),
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
