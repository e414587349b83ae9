--- What the British rules share: when enterprises cease to be distinct, and which day's figures apply.
local european_deals = require "european_deals"

local uk_mergers = {}

--- Enterprises cease to be distinct: a takeover, a team with its know-how, control, or votes that give material influence.
--- The rule has the params `half_of_votes` and `influence`.
---@return Element
function uk_mergers.cease_to_be_distinct()
  return {
    "the enterprises of {buyer} and {target} cease to be distinct",
    any = {
      european_deals.concentration(),
      {
        "{buyer} has more than {influence} of the votes of {target}, which gives material influence",
        all = {
          {
            "a deal is on file",
            recorded = { "transactions", acquirer = "buyer", target = "target" },
            no = "no deal is on file",
          },
          {
            "{buyer} has more than {influence} of the votes of {target}",
            function(s, p, case)
              return case:holdings { holder = s.buyer, entity = s.target }:over("votes", p.influence):any()
            end,
            no = "{buyer} does not have more than {influence} of the votes of {target}",
          },
        },
        no = "no deal with more than {influence} of the votes of {target} is on file",
      },
    },
    no = "the enterprises of {buyer} and {target} do not cease to be distinct as far as recorded",
  }
end

--- Params of the element above, added to a rule's own.
---@param params table
---@return table params
function uk_mergers.params(params)
  params.half_of_votes = european_deals.half_of_votes()
  params.influence = { 25, "percent", "votes above this carry material influence" }
  return params
end

--- The day whose figures apply: the day on which the CMA opened phase 1 where that is on file, else closing, else today.
---@return fun(s: Subject, case: Case): Quantity date
function uk_mergers.law_at() return european_deals.filing "GB" end

--- Turnover of a role in the United Kingdom as it stood at closing, or stands today.
---@param role string
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function uk_mergers.turnover(role)
  return function(s, _, case)
    return case:at(case:deal_date(s.buyer, s.target)):turnover(s[role], "revenue", { geography = "GB" })
  end
end

return uk_mergers
