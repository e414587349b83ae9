--- A team that changes firms with its know-how: when the law sees an enterprise or assets change hands.
local teams = {}

--- Buyer and target of each hiring of a team.
---@param case Case
---@param each fun(buyer: Entity, target: Entity)
function teams.hired(case, each)
  for buyer, target in case:transactions { type = "acqui-hire" }:pairs("acquirer", "target") do each(buyer, target) end
end

--- The team has come over.
---@return Element
function teams.came_over()
  return {
    "{buyer} has taken on the team of {target}",
    recorded = { "transactions", acquirer = "buyer", target = "target", type = "acqui-hire" },
    no = "the file does not record that {buyer} took on the team of {target}",
  }
end

--- It came with technology: a licence, or a price that nobody pays for people alone. Figure `value`, param `price`.
---@return Element
function teams.with_technology()
  return {
    "with the team came technology",
    any = {
      {
        "{target} has licensed its technology to {buyer}",
        recorded = { "agreements", type = "ip-licence", holder = "buyer", grantor = "target" },
        no = "no licence of {target} to {buyer} is on file",
      },
      { "{buyer} paid {value}, {>=} {price}", "value", ">=", "price" },
    },
    no = "neither a licence nor a price of {price} shows that technology came with the team",
  }
end

--- What was paid for it.
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function teams.value() return function(s, _, case) return case:deal_value(s.buyer, s.target) end end

--- From which price the deal is more than the hiring of people.
---@return Param USD
function teams.price()
  return { 100e6, "USD", "our choice: more than is paid for people alone; in Microsoft/Inflection the press named 650 million" }
end

return teams
