--- What the rules on mergers share: who a deal is between, what counts as one, which day's law applies to it, and what
--- may rebut the concern. Elements are data; arguments that name a role, a figure or a param are strings.
local elements = require "elements"

local deals = {}

--- Deals by which one firm takes the place of two. A stake without control is no such deal, people who change firms are
--- not surely one.
local TAKEOVER = { "merger", "acquisition", "joint-venture" }

--- Observations that weigh enough to rebut; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

-- ---- who ----

--- Buyer and target of each deal, once for each market in which either is on file.
---@param case Case
---@param each fun(buyer: Entity, target: Entity, market: Market)
function deals.by_any_market(case, each)
  for buyer, target in case:acquisitions() do
    for share in case:shares { entity = { buyer, target } } do each(buyer, target, share.market) end
  end
end

--- Buyer and target of each deal, once for each market that feeds another.
---@param case Case
---@param each fun(buyer: Entity, target: Entity, related: Market)
function deals.by_input(case, each)
  for buyer, target in case:acquisitions() do
    for market in case:markets { input_to = true } do each(buyer, target, market) end
  end
end

--- Whoever buys in a transaction on file.
---@param case Case
---@param each fun(buyer: Entity)
function deals.buyers(case, each)
  for deal in case:transactions() do each(deal.acquirer) end
end

-- ---- which law ----

--- The law of the day on which the deal closed; while it is open, that of the day asked.
---@param buyer string role
---@param target string role
---@return fun(s: Subject, case: Case): Quantity date
function deals.law_at(buyer, target)
  return function(s, case) return case:deal_date(s[buyer], s[target]) end
end

-- ---- what counts ----

--- The transactions by which one role buys another, abandoned ones left out: a figure.
---@param buyer string role
---@param target string role
---@return fun(s: Subject, p: Params, case: Case): Set
function deals.between(buyer, target)
  return function(s, _, case) return case:transactions { acquirer = s[buyer], target = s[target] } end
end

--- One firm takes over another, merges with it, or both put a business together.
---@param buyer string role
---@param target string role
---@return Element
function deals.takeover(buyer, target)
  return {
    as(buyer) .. " merges with " .. as(target) .. " or takes it over",
    recorded = { "transactions", acquirer = buyer, target = target, type = TAKEOVER },
    no = "no merger of " .. as(buyer) .. " and " .. as(target) .. " and no takeover is on file",
  }
end

--- The two are not one group before the deal: what it joins was apart, so that an HHI can change. A part of a group that
--- merges with its parent is no concentration, and no figure of one can be asked for.
---@param buyer string role
---@param target string role
---@return Element
function deals.apart(buyer, target)
  return {
    as(buyer) .. " and " .. as(target) .. " are not one group already",
    function(s) return not s[buyer]:same_group(s[target]) end,
    no = as(buyer) .. " and " .. as(target) .. " are one group already",
  }
end

--- As a takeover, or the people come over with or without a licence.
---@param buyer string role
---@param target string role
---@return Element
function deals.absorbs(buyer, target)
  return {
    as(buyer) .. " takes over " .. as(target) .. ", or its team",
    recorded = { "transactions", acquirer = buyer, target = target, type = { "merger", "acquisition", "acqui-hire" } },
    no = "no deal is on file by which " .. as(buyer) .. " takes over " .. as(target) .. " or its team",
  }
end

--- As a takeover, or an interest that is material (lib/params.lua), figures `invested` and `stake`.
---@param buyer string role
---@param target string role
---@return Element
function deals.takeover_or_material(buyer, target)
  return {
    as(buyer) .. " takes over " .. as(target) .. " or takes a material interest in it",
    any = {
      deals.takeover(buyer, target),
      elements.material("the interest of " .. as(buyer) .. " in " .. as(target) .. " is material",
        "the interest of " .. as(buyer) .. " in " .. as(target) .. " is not material", "invested", "stake"),
    },
    no = as(buyer) .. " neither takes over " .. as(target) .. " nor takes a material interest in it",
  }
end

--- A firm is on file as a supplier of a market.
---@param firm string role
---@param market string role or figure
---@return Element
function deals.sells(firm, market)
  return {
    as(firm) .. " is on file as a supplier of " .. as(market),
    recorded = { "shares", entity = firm, market = market },
    no = as(firm) .. " is not on file as a supplier of " .. as(market),
  }
end

--- Are what is on file of some firms in a market shares of what they buy? By the measure of the market or, where it states none, by
--- what all of their rows state.
local function bought(s, case, market, firms)
  if s[market]:has { measure = "purchases" } then return true end
  if s[market]:has { measure = true } then return false end
  local entities = {}
  for _, firm in ipairs(firms) do table.insert(entities, s[firm]) end
  local rows = case:shares { entity = entities, market = s[market] }
  local buys = false
  for _ in rows:where { measure = "purchases" } do buys = true end -- not :any(): most rows say nothing, and that proves nothing
  return buys and rows:except { measure = "purchases" }:as_recorded():none()
end

--- A market is one for buying: its shares are shares of purchases.
---@param market string role
---@param firms string[] roles of whom something is on file there
---@return Element
function deals.buying_side(market, firms)
  return {
    "the shares of " .. as(market) .. " are shares of what is bought",
    function(s, _, case) return bought(s, case, market, firms) end,
    no = "the shares of " .. as(market) .. " are not shares of what is bought",
  }
end

--- Has each of some firms a share of what is bought on file, in a market whose own shares are not of that?
local function buy_beside(s, case, market, firms)
  if bought(s, case, market, firms) then return false end
  for _, firm in ipairs(firms) do
    if not case:shares { entity = s[firm], market = s[market], measure = "purchases" }:as_recorded():any() then return false end
  end
  return true
end

--- What some firms buy in a market is on file, though the market is one for selling.
---@param market string role
---@param firms string[] roles
---@return Element
function deals.buying_beside(market, firms)
  return {
    "beside shares of what is sold in " .. as(market) .. " there are shares of what they buy",
    function(s, _, case) return buy_beside(s, case, market, firms) end,
    no = "beside shares of what is sold in " .. as(market) .. " there are none of what they buy",
  }
end

--- Shares of what is bought are on file: the market is one for buying, or they stand beside those of what is sold.
---@param market string role
---@param firms string[] roles
---@return Element
function deals.buying(market, firms)
  return {
    "what is on file in " .. as(market) .. " tells what is bought there",
    any = { deals.buying_side(market, firms), deals.buying_beside(market, firms) },
    no = "what is on file in " .. as(market) .. " tells only what is sold there",
  }
end

--- A market is one for selling.
---@param market string role
---@param firms string[] roles of whom something is on file there
---@return Element
function deals.selling_side(market, firms)
  return {
    "the shares of " .. as(market) .. " are shares of what is sold",
    function(s, _, case) return not bought(s, case, market, firms) end,
    no = "the shares of " .. as(market) .. " are shares of what is bought",
  }
end

-- ---- what rebuts ----

--- Rebuttal: the target would leave the market without the deal.
---@param target string role
---@param basis Basis
---@return Element
function deals.failing(target, basis)
  return {
    as(target) .. " is failing: it cannot meet its obligations soon, cannot be reorganised, and no less harmful buyer was found",
    recorded = { "observations", says = "failing-firm", about = target, strength = SOLID },
    basis = basis,
  }
end

--- Rebuttal: others will come in, in time, likely and in sufficient size.
---@param market string role or figure
---@param basis Basis
---@param text string|nil in other words, of a text that had others
---@return Element
function deals.entry(market, basis, text)
  return {
    text or "entry into " .. as(market) .. " would be timely, likely and sufficient",
    recorded = { "observations", says = "entry", about = market, strength = SOLID },
    basis = basis,
  }
end

--- Rebuttal: gains that only the deal brings, that can be verified and reach customers. The rule has a figure `deal`.
---@param buyer string role
---@param target string role
---@param basis Basis
---@return Element
function deals.efficient(buyer, target, basis)
  return {
    "the deal of " .. as(buyer) .. " and " .. as(target) .. " brings verified gains, specific to it, that outweigh the harm",
    any = {
      {
        "efficiencies of the deal itself are on record",
        recorded = { "observations", says = "efficiency", about = "deal", strength = SOLID },
      },
      elements.observed_between("efficiency", buyer, target,
        "efficiencies that " .. as(buyer) .. " and " .. as(target) .. " bring together are on record"),
    },
    basis = basis,
  }
end

--- Shares are held solely for investment; a holding of nothing is none.
---@param holder string role
---@param firm string role
---@return Element
function deals.investment_only(holder, firm)
  return {
    as(holder) .. " holds its interest in " .. as(firm) .. " solely for investment",
    any = {
      {
        "the holding of " .. as(holder) .. " in " .. as(firm) .. " is recorded as solely for investment",
        recorded = { "holdings", holder = holder, entity = firm, sole_investment = true, stake = "some" },
      },
      elements.observed_between("investment-only", holder, firm,
        "it has been found that " .. as(holder) .. " only invests in " .. as(firm) .. " and does not influence it"),
    },
  }
end

--- Rebuttal: section 7 does not reach shares that are bought solely for investment and not used, by voting or otherwise, to
--- lessen competition. What they are held for says nothing of how they are used: that is open until it was found.
---@param holder string role
---@param firm string role
---@return Element
function deals.exempt_investment(holder, firm)
  return {
    as(holder) .. " holds its interest in " .. as(firm) .. " solely for investment, and does not use it to lessen competition",
    all = {
      deals.investment_only(holder, firm),
      elements.observed_between("investment-only", holder, firm,
        "it has been found that " .. as(holder) .. " does not use it, by voting or otherwise, to lessen competition"),
    },
    basis = { { "clayton-act-7", at = "15 U.S.C. 18, third paragraph", support = "direct" } },
  }
end

return deals
