--- What the premerger law sees as a deal and as its day. Notice comes before the closing, so that money which has only been
--- announced is a deal too; and what shares will carry in votes is on file after it at the earliest: unknown is not zero.
local candidates  = require "candidates"
local part_bought = require "part_bought"

local hsr_deals = {}

--- Money that is bound.
local FIRM = { "committed", "paid" }

--- Deals by which one firm has all of another; of the others it is open what they give.
local WHOLE = { "merger", "acquisition" }

local PARTS = { "partial", "joint-venture" }

--- Money for shares of one firm by another, of some standing.
local function for_shares(case, buyer, target, status)
  return case:investments { investor = buyer, target = target, instrument = "equity", status = status }
end

--- Is a deal of the two on file that is more than announced money?
local function is_firm(case, buyer, target)
  if part_bought.is_any(case:transactions { acquirer = buyer, target = target }) then return true end
  return part_bought.is_any(case:investments { investor = buyer, target = target, status = FIRM })
end

--- Buyer and target of each deal, also of one of which nothing but announced money is on file.
---@param case Case
---@param each fun(buyer: Entity, target: Entity)
function hsr_deals.subjects(case, each)
  candidates.deals(case, each)
  for buyer, target in case:investments { status = "announced" }:pairs("investor", "target") do
    if not is_firm(case, buyer, target) then each(buyer, target) end
  end
end

--- Money for shares that has been announced and is still to come. A later deal of the two tells what became of what was
--- announced before. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@return Set investments
function hsr_deals.coming(case, buyer, target)
  local announced = for_shares(case, buyer, target, "announced")
  if not part_bought.is_any(announced) then return announced end
  if not is_firm(case, buyer, target) then return announced end
  return announced:over("from", case:deal_date(buyer, target))
end

--- Money for shares that is bound and of which nothing on file since says that it was paid: no payment, no holding and no deal
--- that closed. Its shares are not held yet. A total tells of other money, unless nothing else is on file. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@return Set investments
function hsr_deals.bound(case, buyer, target)
  local bound = for_shares(case, buyer, target, "committed")
  if not part_bought.is_any(bound) then return bound end
  local steps = case:investments { investor = buyer, target = target, status = FIRM, cumulative = false }
  if part_bought.is_any(steps) then bound = bound:where { cumulative = false } end
  for payment in for_shares(case, buyer, target, "paid") do bound = bound:over("from", payment.from) end
  for holding in case:holdings { holder = buyer, entity = target, from = true }:ever() do bound = bound:over("from", holding.from) end
  for deal in case:transactions { acquirer = buyer, target = target, status = "closed", closed = true } do
    bound = bound:over("from", deal.closed)
  end
  return bound
end

--- The day of the deal: of its closing, while it is open the day asked. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@return Quantity date
function hsr_deals.date(case, buyer, target)
  if part_bought.is_any(hsr_deals.coming(case, buyer, target)) then return case.as_of end
  if part_bought.is_any(hsr_deals.bound(case, buyer, target)) then return case.as_of end
  return case:deal_date(buyer, target)
end

--- The law of that day.
---@param buyer string role
---@param target string role
---@return fun(s: Subject, case: Case): Quantity date
function hsr_deals.law_at(buyer, target)
  return function(s, case) return hsr_deals.date(case, s[buyer], s[target]) end
end

--- Has the buyer bought shares, in a deal that is done or for money that was paid?
local function has_bought(case, buyer, target)
  if part_bought.is_any(case:transactions { acquirer = buyer, target = target, type = "partial", status = "closed" }) then
    return true
  end
  return part_bought.is_any(for_shares(case, buyer, target, "paid"))
end

--- The votes of one firm in another, as on file. Where it has bought shares and no holding is on file since, unknown: the
--- missing holding is named. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@return Quantity percent
function hsr_deals.votes(case, buyer, target)
  local holdings = case:holdings { holder = buyer, entity = target }
  if part_bought.is_any(holdings) or not has_bought(case, buyer, target) then return case:held(buyer, target, "votes") end
  -- of shares that were held after the deal, and sold again, it is known that nothing is left
  if part_bought.is_any(holdings:ever():over("to", hsr_deals.date(case, buyer, target))) then
    return case:held(buyer, target, "votes")
  end
  return holdings:one().votes
end

--- Is a part still to be bought or paid, or a joint venture still to be formed?
local function is_open(case, buyer, target)
  local parts = case:transactions { acquirer = buyer, target = target, type = PARTS }:except { status = "closed" }
  if part_bought.is_any(parts) then return true end
  if part_bought.is_any(hsr_deals.bound(case, buyer, target)) then return true end
  return part_bought.is_any(hsr_deals.coming(case, buyer, target))
end

--- The votes that what is still to be bought will bring: none where nothing is, else unknown, since no holding can tell of them
--- before the deal has closed; the missing holding is named. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@param p Params no_votes, day
---@return Quantity percent
function hsr_deals.votes_to_come(case, buyer, target, p)
  if not is_open(case, buyer, target) then return p.no_votes end
  return case:holdings { holder = buyer, entity = target }:since(case.as_of + p.day):one().votes
end

--- No merger of the two and no acquisition of one by the other is on file: who has all of a firm has more than a tenth.
---@param buyer string role
---@param target string role
---@return Element
function hsr_deals.no_takeover(buyer, target)
  return {
    "no merger of {" .. buyer .. "} and {" .. target .. "} and no acquisition of it is on file",
    function(s, _, case)
      return case:transactions { acquirer = s[buyer], target = s[target], type = WHOLE }:as_recorded():none()
    end,
    no = "{" .. buyer .. "} merges with {" .. target .. "} or acquires it, which gives more votes than that",
  }
end

return hsr_deals
