--- For tests alone: amounts in US dollars, and figures of firms in euro.
local money = {}

--- An amount in US dollars.
---@param value number
---@return table amount
function money.usd(value) return { value = value, currency = "USD" } end

--- A figure of a firm, in euro.
---@param id string
---@param entity string
---@param metric string
---@param geography string|nil of the whole firm where there is none
---@param amount number euro
---@param day string date, the last of the year
---@return table financial
function money.figure(id, entity, metric, geography, amount, day)
  return {
    id = id, entity = entity, metric = metric, geography = geography or nil, from = day,
    amount = { value = amount, currency = "EUR" },
  }
end

--- New amounts in euro for figures by their ids: { "t-eu", 100e6, … }.
---@param list (string|number)[] euro
---@param into table<string, any>|nil what else is set
---@return table<string, any> set
function money.amounts(list, into)
  local set = into or {}
  for i = 1, #list, 2 do set[list[i] .. ".amount"] = { value = list[i + 1], currency = "EUR" } end
  return set
end

return money
