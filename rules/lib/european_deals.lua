--- What European rules on deals share: which deals there are, which day's law applies, what counts as a concentration,
--- who carries on a business, who is active where, what may rebut.
local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local part_bought      = require "part_bought"

local european_deals = {}

--- Deals by which one undertaking takes the place of two; a team that comes over with its know-how among them.
local TAKEOVER = { "merger", "acquisition", "joint-venture", "acqui-hire" }

--- Observations that weigh enough to rebut; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- Measures of what is sold.
local SOLD = { "revenue", "volume", "capacity", "users", "visits", "spend" }

--- What an authority does when it has taken a deal up. An own word stands for the parties' filing.
local TAKEN_UP = { "inquiry", "decision", "x-notification" }

--- Activities of a business, and how a sentence says them.
local ACTIVITIES = {
  { activity = "cloud-provider", does = "sells cloud computing", does_not = "sells no cloud computing" },
  { activity = "ai-developer", does = "develops AI", does_not = "develops no AI" },
  { activity = "chip-designer", does = "designs chips", does_not = "designs no chips" },
  { activity = "chip-maker", does = "makes chips", does_not = "makes no chips" },
  { activity = "data-centre-builder", does = "builds data centres", does_not = "builds no data centres" },
  { activity = "software", does = "sells software", does_not = "sells no software" },
  { activity = "investor", does = "invests as a business", does_not = "does not invest as a business" },
  { activity = "analyst", does = "analyses firms or markets", does_not = "analyses no firms or markets" },
  { activity = "retailer", does = "sells to consumers", does_not = "does not sell to consumers" },
}

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

-- ---- who ----

--- Buyer and target of each transaction, whoever funds a firm, holds shares or has rights, members of one group too.
---@param case Case
---@param each fun(investor: Entity, firm: Entity)
function european_deals.deals_and_partners(case, each)
  for deal in case:transactions() do each(deal.acquirer, deal.target) end
  european_deals.holdings(case, each)
  candidates.partners(case, each)
end

--- Holder and firm of every holding on file, members of one group too.
---@param case Case
---@param each fun(holder: Entity, firm: Entity)
function european_deals.holdings(case, each)
  for holding in case:holdings() do each(holding.holder, holding.entity) end
end

--- The parties of each deal, in both orders, once for each market that feeds another and that other.
---@param case Case
---@param each fun(supplier: Entity, customer: Entity, market: Market, fed: Market)
function european_deals.chains(case, each)
  for market in case:markets { input_to = true } do
    for fed in market.input_to do
      for buyer, target in case:acquisitions() do
        each(buyer, target, market, fed)
        each(target, buyer, market, fed)
      end
    end
  end
end

--- The parties of each deal, in both orders, once for each market in which the first is on file.
---@param case Case
---@param each fun(strong: Entity, other: Entity, market: Market)
function european_deals.by_markets_of_either(case, each)
  for buyer, target in case:acquisitions() do
    for share in case:shares { entity = buyer } do each(buyer, target, share.market) end
    for share in case:shares { entity = target } do each(target, buyer, share.market) end
  end
end

--- Buyer and target of each deal, once for each market in which the buyer is on file.
---@param case Case
---@param each fun(buyer: Entity, target: Entity, market: Market)
function european_deals.by_buyers_market(case, each)
  for buyer, target in case:acquisitions() do
    for share in case:shares { entity = buyer } do each(buyer, target, share.market) end
  end
end

--- The markets in which a row of another may be of the firm's in part: of whom it took a unit over.
local function of_others(case, firm, each)
  for share in case:shares { entity = firm }:except { entity = firm } do each(firm, share.market) end
end

--- Each firm that has a share on file, with the market; and whoever has bought since what may be a part of another's share, or has come
--- to hold it otherwise. Of a holding without control nothing is asked: what is held so has stayed where it was.
---@param case Case
---@param each fun(firm: Entity, market: Market)
function european_deals.suppliers_of_markets(case, each)
  for firm, market in case:shares():pairs("entity", "market") do each(firm, market) end
  for deal in case:transactions { status = "closed" } do of_others(case, deal.acquirer, each) end
  for holder in case:holdings():except { control = "none" }:list "holder" do of_others(case, holder, each) end -- one of each group
end

-- ---- which law, which accounts ----

--- The day on which the deal closed; while it is open, the day asked. For `law_at`, and as the figure `day`.
---@return fun(s: Subject, case: Case): Quantity date
function european_deals.closing()
  return function(s, case) return case:deal_date(s.buyer, s.target) end
end

--- The same as a figure.
---@return fun(s: Subject, p: Params, case: Case): Quantity date
function european_deals.closing_day()
  return function(s, _, case) return case:deal_date(s.buyer, s.target) end
end

--- The day on which the deal was agreed or made public: it fixes jurisdiction under the Merger Regulation, and whose
--- accounts count in France. Where no deal is on file but money or control, the day of the law of `closing`.
---@return fun(s: Subject, case: Case): Quantity date
function european_deals.announcement()
  return function(s, case)
    local deals = case:transactions { acquirer = s.buyer, target = s.target }
    if deals:any() then return deals:latest().from end
    return case:deal_date(s.buyer, s.target)
  end
end

--- The same as a figure; where no deal is on file, unknown.
---@return fun(s: Subject, p: Params, case: Case): Quantity date
function european_deals.announcement_day()
  return function(s, _, case) return case:transactions { acquirer = s.buyer, target = s.target }:latest().from end
end

--- The inquiries into the deal of two firms that an authority seated in a country opened, and the notifications to it.
---@param case Case
---@param country string ISO code
---@param buyer Entity
---@param target Entity
---@return ProceedingSet
function european_deals.filings(case, country, buyer, target)
  local authorities = case:entities { form = "agency", jurisdiction = country }
  return case:proceedings { authority = authorities, type = { "inquiry", "x-notification" }, against = buyer }:where { against = target }
end

--- The day of the filing in a country. Where none is on file, the day of closing, the last on which a filing was in time; while the
--- deal is open, the day asked, since it can be filed then.
---@param country string ISO code
---@return fun(s: Subject, case: Case): Quantity date
function european_deals.filing(country)
  return function(s, case)
    local filings = european_deals.filings(case, country, s.buyer, s.target)
    if filings:any() then return filings:latest().from end
    return case:deal_date(s.buyer, s.target)
  end
end

-- ---- what counts ----

--- From which part of the votes a holder controls alone, by arithmetic. For a rule's params.
---@return Param percent
function european_deals.half_of_votes()
  return { 50, "percent", "more than half of the votes decide; at half nothing is decided without them" }
end

--- The ways in which a takeover or control is on file.
local function on_file(one, other)
  return {
    {
      "a merger, an acquisition, a joint venture or the hiring of a team is on file",
      recorded = { "transactions", acquirer = one, target = other, type = TAKEOVER },
      no = "no merger, acquisition, joint venture or hiring of a team is on file",
    },
    {
      as(one) .. " controls " .. as(other) .. " alone or with others",
      recorded = { "holdings", holder = one, entity = other, control = { "sole", "joint" } },
      no = "no control of " .. as(other) .. " by " .. as(one) .. " is on file",
    },
    {
      as(one) .. " has more than {half_of_votes} of the votes of " .. as(other),
      function(s, p, case)
        return case:holdings { holder = s[one], entity = s[other], control = false }:over("votes", p.half_of_votes):any()
      end,
      no = as(one) .. " has not more than {half_of_votes} of the votes of " .. as(other),
    },
  }
end

--- One firm takes over another, or gains control of it, in one of some ways.
local function concentration(one, other, any)
  return {
    as(one) .. " merges with " .. as(other) .. ", takes it or its team over, or gains control of it",
    any = any,
    no = "no deal is on file by which " .. as(one) .. " takes over " .. as(other) .. " or gains control of it",
  }
end

--- A takeover is on file, or the buyer holds control: for laws that have steps of their own for a part that is bought, as
--- Germany and the United Kingdom do. The rule has the param `half_of_votes`.
---@param buyer string? role, `buyer` unless said
---@param target string? role, `target` unless said
---@return Element
function european_deals.takeover(buyer, target)
  local one, other = buyer or "buyer", target or "target"
  return concentration(one, other, on_file(one, other))
end

--- A concentration under the Merger Regulation, and under French law, which follows it: as `takeover`, or half of the votes give
--- joint control, or a part that is being bought may give it. The rule has the param `half_of_votes`.
---@param buyer string? role, `buyer` unless said
---@param target string? role, `target` unless said
---@return Element
function european_deals.concentration(buyer, target)
  local one, other = buyer or "buyer", target or "target"
  local any = on_file(one, other)
  table.insert(any, european_control.half(one, other))
  table.insert(any, part_bought.to_come(one, other))
  return concentration(one, other, any)
end

--- A party does what a file names by an own word, and few files name at all: open, unless it is recorded, or every activity of
--- the party is.
---@param role string
---@param word string
---@param text string
---@param no string
---@return Element
function european_deals.does_rarely_told(role, word, text, no)
  return {
    text,
    any = {
      {
        "that is on file among its activities", does = { role, word },
        no = "that is not on file among its activities",
      },
      {
        "a dated record of its activities says so",
        function(s, _, case) return not case:activities { entity = s[role], does = word }:none() end,
        no = "no dated record of its activities says so, and all of them are on file",
      },
    },
    no = no,
  }
end

--- A party carries on a business of its own, of whatever kind: a founder who only holds shares does not.
---@param role string
---@return Element
function european_deals.business(role)
  local does = {}
  for _, one in ipairs(ACTIVITIES) do
    table.insert(does, {
      as(role) .. " " .. one.does, does = { role, one.activity }, no = as(role) .. " " .. one.does_not,
    })
  end
  table.insert(does, {
    as(role) .. " has an activity in that time on file",
    recorded = { "activities", entity = role },
    no = "no activity of " .. as(role) .. " in that time is on file",
  })
  table.insert(does, {
    as(role) .. " has an activity of another kind on file",
    all = {
      {
        "the activities of " .. as(role) .. " are on file", recorded = { "entities", id = role, activities = true },
        no = "the activities of " .. as(role) .. " are not on file",
      },
      {
        "there is one among them",
        function(s)
          local count = 0
          for _ in s[role].activities do count = count + 1 end
          return count > 0
        end,
        no = "there is none among them",
      },
    },
    no = "no other activity of " .. as(role) .. " is on file",
  })
  return {
    as(role) .. " carries on a business",
    any = does,
    no = as(role) .. " carries on no business of its own",
  }
end

--- A party is active in a place: with turnover or users there, or with a share of a market there. A seat alone is not
--- asked for: most files do not record it, and unknown seats would leave every deal open.
---@param role string
---@param places string|string[] ISO codes
---@param name string as a sentence says it
---@return Element
function european_deals.active_in(role, places, name)
  return {
    as(role) .. " is active in " .. name,
    any = {
      {
        as(role) .. " has turnover or users in " .. name,
        recorded = { "financials", entity = role, metric = { "revenue", "users", "business-users" }, geography = places },
        no = "no turnover and no users of " .. as(role) .. " in " .. name .. " are on file",
      },
      {
        as(role) .. " has a share of a market in " .. name,
        function(s, _, case)
          return case:shares { entity = s[role], market = case:markets { geography = places }, percent = "some" }:any()
        end,
        no = "no share of " .. as(role) .. " in a market in " .. name .. " is on file",
      },
    },
    no = "nothing on file shows " .. as(role) .. " active in " .. name,
  }
end

--- A market is one of the places named. One that states no place may be any of them.
---@param market string role
---@param places string|string[]
---@param name string as a sentence says it
---@return Element
function european_deals.market_in(market, places, name)
  return {
    as(market) .. " is a market in " .. name,
    recorded = { "markets", id = market, geography = places },
    no = as(market) .. " is not recorded as a market in " .. name,
  }
end

--- The share rows of some firms in a market, of what they buy there, or of what they sell.
---@param case Case
---@param firms Entity|Entity[]
---@param market Market
---@param purchases boolean of what is bought
---@return Set shares
function european_deals.shares_of(case, firms, market, purchases)
  local rows = case:shares { entity = firms, market = market }
  if market:has { measure = "purchases" } then -- a row that does not say is of purchases
    return purchases and rows:except { measure = SOLD } or rows:where { measure = SOLD }
  end
  return purchases and rows:where { measure = "purchases" } or rows:except { measure = "purchases" }
end

--- A firm is on file as a supplier of a market, in the measure of the market where it has one. Shares of what is bought show none.
---@param firm string role
---@param market string role or figure
---@return Element
function european_deals.sells(firm, market)
  return {
    as(firm) .. " is on file as a supplier of " .. as(market),
    function(s, _, case)
      if not s[market]:shares_of(s[firm]):any() then return false end
      return european_deals.shares_of(case, s[firm], s[market], false):any()
    end,
    no = as(firm) .. " is not on file as a supplier of " .. as(market),
  }
end

--- The same, with more than nothing: for rules that do not ask how much it is.
---@param firm string role
---@param market string role or figure
---@return Element
function european_deals.sells_some(firm, market)
  return {
    as(firm) .. " is on file as a supplier of " .. as(market) .. ", with more than nothing",
    function(s, _, case)
      if not s[market]:shares_of(s[firm]):any() then return false end
      return european_deals.shares_of(case, s[firm], s[market], false):where { percent = "some" }:any()
    end,
    no = as(firm) .. " is not on file as a supplier of " .. as(market) .. ", or with nothing",
  }
end

-- ---- what rebuts ----

--- An authority has taken the deal up, or it was filed.
---@param buyer string role
---@param target string role
---@return Element
function european_deals.taken_up(buyer, target)
  return {
    "a competition authority has looked at the deal of " .. as(buyer) .. " and " .. as(target) .. ", or was notified of it",
    function(s, _, case)
      return case:proceedings { type = TAKEN_UP, against = s[buyer] }:where { against = s[target] }:any()
    end,
    no = "no authority is on file as having looked at the deal of " .. as(buyer) .. " and " .. as(target),
  }
end

--- The authority that must be told of the deal has been told, or has taken it up itself.
---@param seat string of the authority
---@param text string a sentence
---@param buyer string role
---@param target string role
---@return Element
function european_deals.told(seat, text, buyer, target)
  return {
    text,
    function(s, _, case)
      local authority = case:entities { form = "agency", jurisdiction = seat }
      return case:proceedings { authority = authority, type = TAKEN_UP, against = s[buyer] }:where { against = s[target] }:any()
    end,
  }
end

--- Entry, efficiencies of both, a failing target: what the Commission's guidelines accept.
---@param market string role or figure
---@param buyer string role
---@param target string role
---@return Element[]
function european_deals.rebuttals(market, buyer, target)
  return {
    {
      "entry into " .. as(market) .. " would be likely, timely and sufficient",
      recorded = { "observations", says = "entry", about = market, strength = SOLID },
    },
    elements.observed_between("efficiency", buyer, target,
      "the deal of " .. as(buyer) .. " and " .. as(target)
        .. " brings efficiencies that benefit consumers, can be verified and need the deal"),
    {
      as(target) .. " is failing, would leave the market, and no less harmful buyer was found",
      recorded = { "observations", says = "failing-firm", about = target, strength = SOLID },
    },
  }
end

return european_deals
