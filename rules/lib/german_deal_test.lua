--- For tests alone: figures of two firms by the German rules on deals, and who controls one of them jointly.
local money = require "money_test"

local german_deal = {}

--- How a test file writes turnover in euro: of the whole firm where the geography is nil, of the year that ends on a day.
---@param year string date, where none is given
---@return fun(id: string, entity: string, geography: string|nil, amount: number, from: string|nil): table financial
function german_deal.turnover_of(year)
  return function(id, entity, geography, amount, from)
    return money.figure(id, entity, "revenue", geography or nil, amount, from or year)
  end
end

--- Another firm has half of a firm and controls it jointly, with a turnover in all and in Germany.
---@param firm string
---@param year string date of the turnover
---@param world number euro
---@param germany number euro
---@return table facts
function german_deal.joint_parent(firm, year, world, germany)
  local eur = german_deal.turnover_of(year)
  return {
    entities = { { id = "p", activities = { "software" } } },
    holdings = { { holder = "p", entity = firm, stake = 50, votes = 50, control = "joint", from = "2015-01-01" } },
    financials = { eur("p-world", "p", nil, world), eur("p-de", "p", "DE", germany) },
  }
end

return german_deal
