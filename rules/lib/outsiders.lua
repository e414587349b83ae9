--- Firms that stand outside a partnership: who else could have what one partner has of the other.
local outsiders = {}

--- Those of some firms that two partners do not control, be it alone, with each other or with others. Filter by them, and do
--- not take the partners' records away: a record of several firms that names a partner may name an outsider too.
---@param case Case
---@param firms EntitySet
---@param one Entity a partner
---@param other Entity a partner
---@return EntitySet
function outsiders.among(case, firms, one, other)
  local partners = { one, other }
  local others = firms:except { id = partners }
  local ventures = case:holdings { holder = partners, entity = others, control = "joint" }:list "entity"
  return others:except { id = ventures }
end

return outsiders
