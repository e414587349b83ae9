--- Figures that rules share: each function gives a function for a rule's `figures`. A figure asks no yes or no.
local figures = {}

--- The worldwide market in which a product is sold; unknown when the file has none or several.
---@param product string a product of DESIGN 3.1
---@return fun(s: Subject, p: Params, case: Case): Market
function figures.worldwide(product)
  return function(_, _, case) return case:product(product, "worldwide") end
end

--- The share that a role's group has in the rule's market.
---@param market string the role or figure that is the market
---@param role string whose share
---@return fun(s: Subject): Quantity percent
function figures.share(market, role)
  return function(s) return s[market]:share(s[role]) end
end

--- The money that one role has committed to another so far.
---@param investor string the role that gives
---@param target string the role that receives
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function figures.invested(investor, target)
  return function(s, _, case) return case:invested(s[investor], s[target]) end
end

--- The stake that one role holds in another, summed over the group.
---@param holder string the role that holds
---@param target string the role that is held
---@return fun(s: Subject, p: Params, case: Case): Quantity percent
function figures.stake(holder, target)
  return function(s, _, case) return case:held(s[holder], s[target], "stake") end
end

return figures
