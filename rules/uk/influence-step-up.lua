local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local uk_mergers       = require "uk_mergers"

--- What was found of the two, at any time before: a party's own claim is weak.
local function found(s, case)
  return case:observations { says = "influence", about = s.investor, strength = { "moderate", "strong" } }:ever():where { about = s.firm }
end

---@type Rule
return {
  id           = "uk/influence-step-up",
  title        = "{investor} has moved from influence to control of {firm}: it may count as a new merger",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = {
    { "uk-s26", at = "Enterprise Act s. 26(3) and (4): whoever could influence policy and comes to control it", support = "direct" },
    {
      "uk-material-influence", at = "s. 26: material influence, de facto control, legal control; each step may be a new merger",
      support = "reported",
    },
    { "cma-msft-openai", at = "no step to de facto control found on 5 March 2025", support = "analogy" },
  },
  params       = uk_mergers.params {},

  roles    = { "investor", "firm" },
  subjects = european_deals.holdings,
  figures  = european_control.board("investor", "firm", {
    earlier = function(s, _, case)
      return case:holdings { holder = exactly(s.investor), entity = exactly(s.firm) }:ever()
    end,
  }),

  applies = {
    european_deals.business "investor",
    {
      "{investor} could already influence the policy of {firm} materially, without controlling it",
      any = {
        {
          "{investor} controlled {firm} together with others",
          function(s) return s.earlier:where { control = "joint" }:any() end,
          no = "no joint control of {firm} by {investor} is on file",
        },
        {
          "{investor} had more than {influence} of the votes of {firm} and no control",
          function(s, p)
            for held in s.earlier:except { control = { "sole", "joint" } }:over("votes", p.influence) do
              if held:has { control = "none" } then return true end
              if held.votes <= p.half_of_votes then return true end
            end
            return false
          end,
          no = "{investor} had not more than {influence} of the votes of {firm} without control",
        },
        {
          "it was found that {investor} influences the policy of {firm}",
          function(s, _, case) return found(s, case):any() end,
          no = "no finding that {investor} influences the policy of {firm} is on file",
        },
        {
          "{investor} may have influenced the policy of {firm} with fewer votes",
          all = {
            {
              "{investor} held shares of {firm} before without control of its own",
              function(s) return s.earlier:except { control = "sole" }:any() end,
              no = "no earlier holding of {investor} in {firm} without sole control is on file",
            },
            {
              "the votes, or what came with them, gave the CMA reason to look",
              any = {
                {
                  "{investor} had votes of {examined} or more",
                  function(s, p)
                    for held in s.earlier:except { control = "sole" } do
                      if held.votes >= p.examined then return true end
                    end
                    return false
                  end,
                  no = "{investor} had votes below {examined}",
                },
                elements.seat("investor", "firm"),
                european_control.veto("investor", "firm"),
                european_control.dependence("investor", "firm"),
              },
              no = "neither the votes nor a seat, a veto or exclusive dependence gave reason to look",
            },
            {
              "it was found that they gave {investor} influence",
              -- what nobody has found is open: only a list declared complete makes it false
              function(s, _, case) return not found(s, case):none() end,
              no = "it was not found that they gave {investor} influence",
            },
          },
          no = "no earlier holding leaves it open whether {investor} influenced the policy of {firm}",
        },
      },
      no = "nothing on file shows that {investor} could influence the policy of {firm} before, without controlling it",
    },
  },

  elements = {
    {
      "{investor} now decides over {firm}",
      any = {
        {
          "{investor} is recorded as controlling {firm} alone",
          recorded = { "holdings", holder = exactly "investor", entity = exactly "firm", control = "sole" },
          no = "no sole control of {firm} by {investor} is recorded",
        },
        {
          "{investor} has more than {half_of_votes} of the votes of {firm}",
          function(s, p, case)
            return case:holdings { holder = exactly(s.investor), entity = exactly(s.firm), control = false }
              :over("votes", p.half_of_votes):any()
          end,
          no = "{investor} has not more than {half_of_votes} of the votes of {firm}",
        },
        {
          "{investor} named {named} of the {directors} directors on file, more than half",
          "named_twice", ">", "directors",
          no = "{investor} named no majority of the directors on file",
        },
      },
      no = "nothing on file shows that {investor} decides over {firm}",
    },
  },

  advice = "Ask what changed and when: votes, board events, the end of rights of others, growing dependence. The CMA found that less "
    .. "dependence on computing spoke against a step in Microsoft/OpenAI, and gave no clean bill of health.",
}
