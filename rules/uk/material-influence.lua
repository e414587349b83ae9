local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local ownership        = require "ownership"
local uk_mergers       = require "uk_mergers"

---@type Rule
return {
  id           = "uk/material-influence",
  title        = "{investor} may be able to influence the policy of {firm} materially",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = {
    { "uk-material-influence", at = "CMA2 from 28 October 2025: other factors below 25 %, strong ones below 15 %", support = "reported" },
    { "uk-material-influence-old", at = "CMA2 before: looked at from 15 %", support = "reported" },
    { "uk-material-influence-holders", at = "nobody has more of the votes", support = "reported" },
    { "cma-msft-openai", at = "influence since 2019", support = "analogy" },
  },
  params       = {
    factors_below = { 25, "percent", "below this other factors are needed" },
    strong_below  = { 15, "percent", "below this strong factors are needed" },
  },

  roles    = { "investor", "firm" },
  subjects = candidates.partners,
  figures  = { votes = function(s, _, case) return case:held(s.investor, s.firm, "votes") end },

  applies = { elements.interest("investor", "firm"), european_deals.business "investor" },

  elements = {
    {
      "votes, or votes with other factors, give a say in policy",
      any = {
        { "the votes of {investor} in {firm} are {votes}, {>=} {factors_below}", "votes", ">", "factors_below" },
        {
          "votes of at least {strong_below} come with another factor",
          all = {
            { "the votes of {investor} in {firm} are {votes}, {>=} {strong_below}", "votes", ">=", "strong_below" },
            {
              "another factor is on file",
              any = {
                elements.seat("investor", "firm"), elements.say("investor", "firm"),
                european_control.insight("investor", "firm"), european_control.dependence("investor", "firm"),
                elements.supplies("investor", "firm"), ownership.largest_holder("investor", "firm"),
              },
              no = "no other factor is on file",
            },
          },
          no = "votes of at least {strong_below} with another factor are not on file",
        },
        {
          "a strong factor is on file, whatever the votes",
          any = uk_mergers.strong_factors("investor", "firm"),
          no = "no strong factor is on file: no exclusive dependence, no seat, no veto, no power over the board",
        },
        uk_mergers.found_to_influence("investor", "firm"),
        uk_mergers.influence_to_be_judged("investor", "firm",
          { { "the votes of {investor} in {firm} are {votes}, {>=} {strong_below}", "votes", ">=", "strong_below" } },
          "votes below {strong_below} alone give the CMA no reason to look"),
      },
      no = "neither the votes nor other factors give {investor} a say in the policy of {firm}",
    },
  },

  unless = {
    uk_mergers.found_only_to_invest("investor", "firm"),
  },

  advice = "Influence is only the first question: ask for the turnover and share-of-supply tests. Ask for attendance at meetings, the "
    .. "standing of {investor} in the trade, and whether {firm} could do without its computing or its outlets.",
}
