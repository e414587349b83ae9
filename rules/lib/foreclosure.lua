--- How much of a market exclusive contracts close to rivals: one factory for the rules of the Clayton and the Sherman Act, which
--- differ in what is sold, in the power of the seller and in the lines.
local figures = require "figures"

local foreclosure = {}

--- The seller and each market that a contract with the customer names. To read a market that is not on file would end the walk:
--- those contracts are what all markets leave over.
local function named_markets(case, seller, customer, each)
  local contracts = case:agreements { type = "exclusivity", degree = "exclusive", holder = seller, grantor = customer }
  local unnamed = {}
  for contract in contracts:except { market = case:markets() } do unnamed[contract.id] = true end
  for contract in contracts do
    if not unnamed[contract.id] then each(seller, contract.market) end
  end
end

--- A firm that binds others to itself, once for each market that a contract names, in which it is on file, or in which one that
--- it binds is as a buyer: an agreement need not name its market, and a seller need not have a share.
local function sellers(case, each)
  for seller, customer in case:agreements { type = "exclusivity", degree = "exclusive" }:pairs("holder", "grantor") do
    named_markets(case, seller, customer, each)
    for share in case:shares { entity = seller } do each(seller, share.market) end
    for share in case:shares { entity = customer, measure = "purchases" } do each(seller, share.market) end
  end
end

--- The exclusive contracts by which the seller binds others in the market. What firms of its own group buy of it was never
--- open to rivals; a contract that binds one of them and an outsider binds the outsider.
local function contracts(s, _, case)
  return case:agreements {
    type = "exclusivity", degree = "exclusive", holder = s.seller, market = s.market,
    grantor = case:entities():except { id = s.seller },
  }
end

--- Those whom the contracts bind, without the seller's own group where a contract names it beside others.
local function customers(s, _, case)
  return case:entities { id = s.contracts:list("grantor") }:except { id = s.seller }:list("id")
end

--- The part of all purchases that is bound for longer than the term, in percent. A customer of whom that is open counts from
--- nothing to its whole share.
local function bound_share(s, p)
  local all = s.market:share(s.customers, "purchases")
  local bound = p.closed_share - p.closed_share -- nothing yet, in percent
  for customer in s.customers do
    local own = s.contracts:where { grantor = customer }
    local long = least(own:over("lasts", p.term):as_recorded():count(), 1)
    bound = bound + s.market:share(customer, "purchases") * (long / least(own:count(), 1))
  end
  return least(bound, all)
end

--- Is a contract for the market on file with one who is not itself on file as a supplier there? With a supplier the exclusivity
--- is a buyer's.
local function binds_a_buyer(s, _, case)
  local suppliers = case:shares { market = s.market }:except { measure = "purchases" }:list("entity")
  return s.contracts:where { grantor = case:entities { id = s.customers }:except { id = suppliers } }:any()
end

--- The seller supplies the market: by its own share, because those whom it binds buy there, or by a contract that names it.
local function supplies()
  return {
    "{seller} supplies {market}",
    any = {
      {
        "{seller} is on file as a supplier of {market}",
        recorded = { "shares", entity = "seller", market = "market" },
        no = "{seller} is not on file as a supplier of {market}",
      },
      {
        "one who may buy in {market} from {seller} alone is on file as a buyer there",
        recorded = { "shares", entity = "customers", market = "market", measure = "purchases" },
        no = "nobody who may buy in {market} from {seller} alone is on file as a buyer there",
      },
      {
        "a contract for {market} binds one to {seller} who is not on file as a supplier there",
        binds_a_buyer,
        no = "no contract for {market} binds anybody to {seller} but its suppliers",
      },
    },
    no = "neither {seller} as a supplier of {market}, nor one bound to it there as a buyer, nor a contract for it is on file",
  }
end

--- The market is one for goods.
---@return Element
function foreclosure.goods()
  return {
    "{market} is a market for goods",
    function(s) return s.market:has { nature = "goods" } end,
    no = "{market} is a market for services or rights, to which section 3 does not apply",
  }
end

--- The market is one for services or rights, which the Clayton Act leaves to the Sherman Act.
---@return Element
function foreclosure.services()
  return {
    "{market} is a market for services or rights, to which section 3 of the Clayton Act does not apply",
    function(s) return s.market:has { nature = { "services", "rights" } } end,
    no = "{market} is a market for goods, to which section 3 of the Clayton Act applies",
  }
end

--- Customers are bound in the market.
local function binds()
  return {
    "{seller} has customers in {market} who may buy from nobody else",
    function(s) return s.contracts:any() end,
    no = "{seller} binds nobody in {market}",
  }
end

--- Rebuttal: each customer that counts may leave soon.
local function easily_ended()
  return {
    "each customer bound for longer than {term} may leave within {short_notice}",
    function(s, p) return s.contracts:over("lasts", p.term):over("notice", p.short_notice):as_recorded():none() end,
  }
end

--- Rebuttal: the contracts have a reason of their own, which rivals' loss is not.
local function justified()
  return {
    "the contracts have a reason that benefits customers",
    recorded = { "observations", says = "efficiency", about = "seller", strength = { "moderate", "strong" } },
  }
end

--- Rebuttal: rivals reach the market in other ways.
local function other_ways()
  return {
    "rivals can reach enough customers of {market} in other ways, or enter in spite of the contracts",
    recorded = { "observations", says = { "entry", "substitute" }, about = "market", strength = { "moderate", "strong" } },
  }
end

--- A rule on what exclusive contracts close to rivals.
---@param given table id, title, severity, jurisdiction, basis, advice; params, among them closed_share and term; leaving: whether a
--- right to leave within short_notice, a param, rebuts; market: what is sold there, an element or false; power: that of the seller, an
--- element or false, which may ask its share
---@return Rule
function foreclosure.rule(given)
  local params = given.params
  local rule = {
    id           = given.id,
    title        = given.title,
    severity     = given.severity,
    nature       = "indicator",
    jurisdiction = given.jurisdiction,
    basis        = given.basis,
    params       = params,
    roles        = { "seller", "market" },
    subjects     = sellers,
    figures      = {
      share       = given.power and figures.share("market", "seller") or nil,
      contracts   = contracts,
      customers   = customers,
      bound_share = bound_share,
      duration    = function(s) return s.contracts:longest() end,
    },
    applies      = {},
    elements     = { binds() },
    unless       = {},
    advice       = given.advice,
  }
  if given.market then table.insert(rule.applies, given.market) end
  table.insert(rule.applies, supplies())
  if given.power then table.insert(rule.elements, given.power) end
  table.insert(rule.elements, { "the longest of the contracts runs for {duration}, {>=} {term}", "duration", ">", "term" })
  table.insert(rule.elements, {
    "the part of the purchases of {market} that is bound for longer than {term} is {bound_share}, {>=} {closed_share}",
    "bound_share", ">=", "closed_share",
  })
  if given.leaving then table.insert(rule.unless, easily_ended()) end
  table.insert(rule.unless, other_ways())
  table.insert(rule.unless, justified())
  return rule
end

return foreclosure
