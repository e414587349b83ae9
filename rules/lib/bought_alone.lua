--- Whether what the parties of a deal both buy has a market of its own. The roles are `buyer`, `target` and `market`.
local bought_alone = {}

--- What both buy has a market of its own, of the same product in the same place and with both on file there: the rule asks about
--- that one by itself. Of one elsewhere, or in which only others are on file, it does not. Never true: without such a market, or where
--- nobody knows its place, it is open.
---@param case Case
---@param s Subject
---@return boolean
function bought_alone.asked_by_itself(case, s)
  local of_buyers = case:markets { product = s.market.product, measure = "purchases" }
  if not s.market:has { geography = true } then return s.market:has { geography = "worldwide" } end -- it may be anywhere
  of_buyers = of_buyers:where { geography = s.market.geography }
  if of_buyers:as_recorded():none() then return of_buyers:one():has { measure = "purchases" } end
  local theirs = case:shares { entity = s.buyer, market = of_buyers }:list("market")
  local together = case:shares { entity = s.target, market = theirs }
  if together:any() then return false end
  return together:one():has { entity = s.target }
end

return bought_alone
