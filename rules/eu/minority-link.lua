local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local figures          = require "figures"

---@type Rule
return {
  id           = "eu/minority-link",
  title        = "{holder} holds {stake} of {firm}, a rival or trading partner that it does not control",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = {
    { "eu-minority", at = "White Paper of 2014, never adopted: about 20 %, or 5 to 20 % with a plus factor", support = "analogy" },
  },
  params       = {
    link       = { 20, "percent", "White Paper COM(2014) 449, from memory: a link of concern; never law" },
    with_plus  = { 5, "percent", "the same paper, from memory: with a seat, a veto or insight; never law" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "holder", "firm" },
  subjects = candidates.funded,
  figures  = { stake = figures.stake("holder", "firm") },

  applies = {
    elements.holds_shares("holder", "firm"),
    {
      "{holder} does not control {firm}",
      function(s, p, case)
        for held in case:holdings { holder = s.holder, entity = s.firm, control = false } do
          if held.votes >= p.half_of_votes then return false end
        end
        return case:holdings { holder = s.holder, entity = s.firm, control = { "sole", "joint" } }:as_recorded():none()
      end,
      no = "{holder} controls {firm}",
    },
  },

  elements = {
    {
      "{holder} competes with {firm}, or one supplies the other",
      any = { elements.competes("holder", "firm"), elements.supplies("holder", "firm"), elements.supplies("firm", "holder") },
      no = "{holder} and {firm} are on file neither as competitors nor as supplier and customer",
    },
    {
      "the stake is a link of the kind that the Commission described in 2014",
      any = {
        { "{holder} holds {stake} of {firm}, {>=} {link}", "stake", ">=", "link" },
        {
          "{holder} holds at least {with_plus} of {firm} and has more than shares",
          all = {
            { "{holder} holds {stake} of {firm}, {>=} {with_plus}", "stake", ">=", "with_plus" },
            {
              "{holder} has a seat, a say or insight",
              any = {
                elements.seat("holder", "firm"), elements.say("holder", "firm"), european_control.insight("holder", "firm"),
              },
              no = "{holder} has no seat, no say and no insight as far as recorded",
            },
          },
          no = "{holder} does not hold {with_plus} of {firm} together with a seat, a say or insight",
        },
      },
      no = "the stake is below {link}, and below {with_plus} or without a seat, a say or insight",
    },
  },

  unless = {
    elements.observed_between("investment-only", "holder", "firm",
      "{holder} only invests in {firm} and does not influence it"),
  },

  advice = "The Merger Regulation does not reach stakes without control. Ask whether Art. 101 or 102 or a national law (Germany from "
    .. "25 % and below) does.",
}
