local candidates    = require "candidates"
local elements      = require "elements"
local figures       = require "figures"
local generative_ai = require "generative_ai"
local outsiders     = require "outsiders"
local params        = require "params"

---@type Rule
return {
  id           = "fr/genai-minority-stakes",
  title        = "{investor}, a large digital group, holds an interest in {developer} whose terms the public cannot see",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = generative_ai.basis "minority stakes and partnerships of large digital groups, transparency",
  params       = {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "investor", "developer" },
  subjects = candidates.funded,
  figures  = {
    invested = figures.invested("investor", "developer"),
    stake    = figures.stake("investor", "developer"),
  },

  applies = {
    elements.develops_ai "developer",
    generative_ai.large_group "investor",
    elements.interest("investor", "developer"),
  },

  elements = {
    {
      "the interest can matter for competition",
      any = {
        elements.material("the interest is material", "the interest is not material", "invested", "stake"),
        elements.seat("investor", "developer"),
        elements.say("investor", "developer"),
        {
          "{investor} has also put a material sum into a rival of {developer}",
          function(s, p, case)
            local rivals = outsiders.among(case, case:entities { activities = "ai-developer" }, s.investor, s.developer)
            local money = case:investments { investor = s.investor, target = rivals, status = { "committed", "paid" } }
            return money:over("amount", p.material_money):any()
          end,
          no = "no material sum of {investor} in a rival of {developer} is on file",
        },
      },
      no = "the interest is small, gives no seat and no say, and {investor} has no large one in a rival",
    },
  },

  unless = {
    elements.observed_between("investment-only", "investor", "developer",
      "{investor} only invests in {developer} and does not influence it"),
  },

  advice = "Ask for the contract: what {investor} learns, what it may forbid, what {developer} must buy. The Autorité wants openness about "
    .. "such stakes and no new statute.",
}
