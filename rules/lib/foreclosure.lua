--- How much of a market exclusive contracts close to rivals. Each rule has the roles `seller` and `market`.
local foreclosure = {}

--- Products of the list that are services or rights by what their words mean, and those that are goods. Of any other product
--- the market itself must say it.
local SERVICES = { "cloud-infrastructure", "generative-ai-models", "enterprise-llm-api", "ai-chatbots" }
local GOODS    = { "ai-accelerators" }

--- Whether a market sells goods, wares, merchandise, machinery, supplies or other commodities; unknown where nothing says so.
---@param market Market
---@return boolean
local function sells_goods(market)
  if market:has { product = SERVICES } then return false end
  if market:has { product = GOODS } then return true end
  return market:has { nature = "goods" }
end

--- A firm that binds others to itself, once for each market in which it is on file: an agreement need not name its market.
---@param case Case
---@param each fun(seller: Entity, market: Market)
function foreclosure.sellers(case, each)
  for seller in case:agreements { type = "exclusivity", degree = "exclusive" }:pairs("holder", "grantor") do
    for share in case:shares { entity = seller } do each(seller, share.market) end
  end
end

--- The exclusive contracts by which the seller binds others in the market: a figure.
---@param s Subject
---@param case Case
---@return Set
function foreclosure.contracts(s, _, case)
  return case:agreements { type = "exclusivity", degree = "exclusive", holder = s.seller, market = s.market }
end

--- The part of all purchases that is bound: a figure.
---@param s Subject
---@return Quantity percent
function foreclosure.bound_share(s) return s.market:share(s.contracts:list("grantor"), "purchases") end

--- The longest of the contracts: a figure.
---@param s Subject
---@return Quantity duration
function foreclosure.duration(s) return s.contracts:longest() end

--- The seller supplies the market.
---@return Element
function foreclosure.supplies()
  return {
    "{seller} is on file as a supplier of {market}",
    recorded = { "shares", entity = "seller", market = "market" },
    no = "{seller} is not on file as a supplier of {market}",
  }
end

--- The market is one for goods.
---@return Element
function foreclosure.goods()
  return {
    "{market} is a market for goods",
    function(s) return sells_goods(s.market) end,
    no = "{market} is a market for services or rights, to which section 3 does not apply",
  }
end

--- The market is one for services or rights, which the Clayton Act leaves to the Sherman Act.
---@return Element
function foreclosure.services()
  return {
    "{market} is a market for services or rights, to which section 3 of the Clayton Act does not apply",
    function(s) return not sells_goods(s.market) end,
    no = "{market} is a market for goods, to which section 3 of the Clayton Act applies",
  }
end

--- Customers are bound in the market.
---@return Element
function foreclosure.binds()
  return {
    "{seller} has customers in {market} who may buy from nobody else",
    recorded = { "agreements", type = "exclusivity", degree = "exclusive", holder = "seller", market = "market" },
    no = "{seller} binds nobody in {market}",
  }
end

--- Rebuttal: each customer on file may leave soon.
---@return Element
function foreclosure.easily_ended()
  return {
    "each customer on file may leave within {short_notice}",
    function(s, p, case)
      -- lint: allow loop-for-none: it asks of each contract on file, and the elements need one
      for contract in foreclosure.contracts(s, p, case) do
        if contract.notice > p.short_notice then return false end
      end
      return true
    end,
  }
end

--- Rebuttal: the contracts have a reason of their own, which rivals' loss is not.
---@return Element
function foreclosure.justified()
  return {
    "the contracts have a reason that benefits customers",
    recorded = { "observations", says = "efficiency", about = "seller", strength = { "moderate", "strong" } },
  }
end

--- Rebuttal: rivals reach the market in other ways.
---@return Element
function foreclosure.other_ways()
  return {
    "rivals can reach enough customers of {market} in other ways, or enter in spite of the contracts",
    recorded = { "observations", says = { "entry", "substitute" }, about = "market", strength = { "moderate", "strong" } },
  }
end

return foreclosure
