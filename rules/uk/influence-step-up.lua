local european_control = require "european_control"
local european_deals   = require "european_deals"

---@type Rule
return {
  id           = "uk/influence-step-up",
  title        = "{investor} has moved from influence to control of {firm}: a new merger",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = {
    {
      "uk-material-influence", at = "s. 26: material influence, de facto control, legal control; each step may be a new merger",
      support = "reported",
    },
    { "cma-msft-openai", at = "no step to de facto control found on 5 March 2025", support = "analogy" },
  },
  params       = { half_of_votes = european_deals.half_of_votes() },

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
      "{investor} held shares of {firm} before without control of its own",
      function(s) return s.earlier:where { control = { "none", "joint" } }:any() end,
      no = "no earlier holding of {investor} in {firm} without sole control is on file",
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
