--- For tests alone: facts of a deal of two firms by US premerger law, with votes, money and accounts of those beside it.
local money = require "money_test"

local usd = money.usd

local hsr_deal = {}

--- Two large firms, of which one is to take over the other.
---@return table facts
function hsr_deal.facts()
  return {
    as_of = "2025-01-01",
    entities = { { id = "buyer" }, { id = "target", activities = { "manufacturer" } } },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-10-01",
        status = "announced", value = usd(300e6),
      },
    },
    financials = {
      { id = "buyer-sales", entity = "buyer", metric = "revenue", from = "2000-12-31", amount = usd(5e9) },
      { id = "buyer-assets", entity = "buyer", metric = "assets", from = "2000-12-31", amount = usd(9e9) },
      { id = "target-sales", entity = "target", metric = "revenue", from = "2000-12-31", amount = usd(60e6) },
      { id = "target-assets", entity = "target", metric = "assets", from = "2000-12-31", amount = usd(40e6) },
    },
  }
end

--- What makes that deal one that closed on 1 December 2024.
---@param set table<string, any>|nil what else is set
---@return table<string, any> set
function hsr_deal.closing(set)
  set = set or {}
  set["deal.status"], set["deal.closed"] = "closed", "2024-12-01"
  return set
end

--- What makes a party far smaller than both sizes.
---@param who string
---@return table<string, any> set
function hsr_deal.small(who)
  return { [who .. "-sales.amount"] = usd(1e6), [who .. "-assets.amount"] = usd(1e6) }
end

--- Votes of one firm that another has, from a day on.
---@param holder string
---@param entity string
---@param votes number
---@param from string date
---@return table holding
function hsr_deal.held(holder, entity, votes, from)
  return { holder = holder, entity = entity, stake = votes, votes = votes, from = from }
end

--- A part of the target, of so much, announced on a day.
---@param id string
---@param from string date
---@param value table amount
---@return table transaction
function hsr_deal.partial(id, from, value)
  return { id = id, acquirer = "buyer", target = "target", type = "partial", from = from, status = "announced", value = value }
end

--- Money for shares of the target: 100 million that were paid, or so much to date.
---@param from string date
---@param cumulative boolean|nil
---@return table investment
function hsr_deal.equity(from, cumulative)
  return {
    investor = "buyer", target = "target", amount = usd(100e6), instrument = "equity", status = "paid", from = from,
    cumulative = cumulative or false,
  }
end

--- The same of another amount that was not paid yet.
---@param status MoneyStatusWord
---@param from string date
---@param amount number US dollars
---@param cumulative boolean|nil
---@return table investment
function hsr_deal.unpaid(status, from, amount, cumulative)
  local coming = hsr_deal.equity(from, cumulative)
  coming.status, coming.amount = status, usd(amount)
  return coming
end

--- Accounts of a firm, added to others; what is not given is not on file.
---@param firm string
---@param sales number US dollars
---@param assets number|nil US dollars
---@param others table[]|nil
---@return table[] financials
function hsr_deal.accounts_of(firm, sales, assets, others)
  local list = others or {}
  table.insert(list, { entity = firm, metric = "revenue", from = "2000-12-31", amount = usd(sales) })
  if assets then table.insert(list, { entity = firm, metric = "assets", from = "2000-12-31", amount = usd(assets) }) end
  return list
end

return hsr_deal
