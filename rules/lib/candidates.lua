--- Who may be concerned: functions for a rule's `subjects`. They propose and prove nothing: every condition that the
--- law sets stands in the rule's `applies` or `elements`, which also say why a proposed subject is out of scope.
local candidates = {}

--- Agreements whose holder has a hold on the grantor.
local BINDING = {
  "exclusivity", "right-of-first-refusal", "right-of-first-notice", "ip-licence", "output-training", "revenue-share",
  "profit-share", "spend-commitment", "release-parity", "information-access", "veto", "consultation", "non-compete",
}

--- Agreements by which a holder buys from a grantor.
local SUPPLY = { "supply", "discounted-supply", "priority-supply" }

--- Whoever has put money, announced money included, into a firm or holds shares of it.
---@param case Case
---@param each fun(investor: Entity, target: Entity)
function candidates.funded(case, each)
  for investor, target in case:investments():pairs("investor", "target") do each(investor, target) end
  for holder, target in case:holdings():pairs("holder", "entity") do each(holder, target) end
end

--- Whoever funds a firm, has a hold on it by an agreement, was asked for its consent or has named someone to its board.
---@param case Case
---@param each fun(investor: Entity, developer: Entity)
function candidates.partners(case, each)
  candidates.funded(case, each)
  for holder, grantor in case:agreements { type = BINDING }:pairs("holder", "grantor") do each(holder, grantor) end
  for grantor, holder in case:agreements { type = "consent" }:pairs("grantor", "holder") do each(grantor, holder) end
  for patron, firm in case:positions { appointed_by = true }:pairs("appointed_by", "entity") do each(patron, firm) end
end

--- Whoever supplies a customer: the seller in a supply, or the one with whom spending is committed.
---@param case Case
---@param each fun(supplier: Entity, customer: Entity)
function candidates.suppliers(case, each)
  for seller, buyer in case:agreements { type = SUPPLY }:pairs("grantor", "holder") do each(seller, buyer) end
  for seller, buyer in case:agreements { type = "spend-commitment" }:pairs("holder", "grantor") do
    each(seller, buyer)
  end
end

--- Whoever funds a firm, exchanges staff with it or has hired its team away.
---@param case Case
---@param each fun(investor: Entity, developer: Entity)
function candidates.staff(case, each)
  candidates.funded(case, each)
  local exchanges = case:agreements { type = "staff-exchange" }
  for one, other in exchanges:pairs("holder", "grantor") do each(one, other) end
  for one, other in exchanges:pairs("grantor", "holder") do each(one, other) end
  for buyer, target in case:transactions { type = "acqui-hire" }:pairs("acquirer", "target") do each(buyer, target) end
end

--- Whoever funds a firm, once for each market that feeds others.
---@param case Case
---@param each fun(investor: Entity, target: Entity, input: Market)
function candidates.feeding(case, each)
  for market in case:markets { input_to = true } do
    candidates.funded(case, function(investor, target) each(investor, target, market) end)
  end
end

--- Is there any of some records, surely or perhaps? For candidates alone, which walk maybes too.
local function is_any(records)
  local found = false
  for _ in records do found = true end
  return found
end

--- One with money in a firm and no shares of it, and one with shares of it and no money; or the firms in which one has them.
local function by_money_and_shares(case, each)
  for investor, target in case:investments():pairs("investor", "target") do
    if not is_any(case:holdings { holder = investor, entity = target }) then
      for _, held in case:holdings { holder = investor }:pairs("holder", "entity") do
        if not is_any(case:investments { investor = investor, target = held }) then each(investor, target, held) end
      end
      for holder in case:holdings { entity = target }:pairs("holder", "entity") do
        if not is_any(case:investments { investor = holder, target = target }) then each(target, investor, holder) end
      end
    end
  end
end

--- A firm and two others that money or shares tie to it: two in which it has an interest, or two that have one in it.
---@param case Case
---@param each fun(hub: Entity, first: Entity, second: Entity)
function candidates.shared(case, each)
  local money, shares = case:investments(), case:holdings()
  for investor, first, second in money:triples("investor", "target") do each(investor, first, second) end
  for target, first, second in money:triples("target", "investor") do each(target, first, second) end
  for holder, first, second in shares:triples("holder", "entity") do each(holder, first, second) end
  for firm, first, second in shares:triples("entity", "holder") do each(firm, first, second) end
  by_money_and_shares(case, each)
end

--- Each market of a product.
---@param product string a product of DESIGN 3.1
---@return fun(case: Case, each: fun(market: Market))
function candidates.markets_of(product)
  return function(case, each)
    for market in case:markets { product = product } do each(market) end
  end
end

--- Buyer and target of each deal: transactions, and investments committed or paid.
---@param case Case
---@param each fun(buyer: Entity, target: Entity)
function candidates.deals(case, each)
  for buyer, target in case:acquisitions() do each(buyer, target) end
end

--- Buyer and target of each deal, once for each market in which both are on file, be it as sellers or as buyers: which of the two
--- the law asks for stands in `applies` (deals.selling_side, deals.buying_side).
---@param case Case
---@param each fun(buyer: Entity, target: Entity, market: Market)
function candidates.deals_by_market(case, each)
  for buyer, target in case:acquisitions() do
    for market in buyer:shares_market(target) do each(buyer, target, market) end
  end
end

--- A person and two firms of different groups where that person has a position.
---@param case Case
---@param each fun(person: Entity, first: Entity, second: Entity)
function candidates.boards(case, each)
  for person, first, second in case:positions():triples("person", "entity") do each(person, first, second) end
end

return candidates
