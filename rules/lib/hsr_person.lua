--- Who is one person with whom by 16 CFR 801.1(b)(1): a firm and all that it controls, directly or through others. Who has half
--- of the votes controls, so that two may control one firm, and at each step exactly half is enough. Control by a right to name
--- directors (b)(2) exempts no deal.
local hsr_person = {}

--- A firm and those above it, as a list and by their ids: at each step the holders of a part who count.
local function above(case, firm, counts)
  local list, by_id, at = { firm }, { [firm.id] = true }, 1
  while at <= #list do
    local held = exactly(list[at])
    for holding in case:holdings { entity = held } do
      local holder = holding.holder
      if not by_id[holder.id] and counts(holder, held) then
        by_id[holder.id] = true
        table.insert(list, holder)
      end
    end
    at = at + 1
  end
  return list, by_id
end

--- Is one of a list among the ids?
local function meets(list, by_id)
  for _, firm in ipairs(list) do
    if by_id[firm.id] then return true end
  end
  return false
end

--- Does one of two firms control the other, or a third control both? Only where somebody is above both are votes asked for.
---@param case Case of the day asked
---@param one Entity
---@param other Entity
---@param half Param percent of the votes
---@return boolean
function hsr_person.same(case, one, other, half)
  local function any() return true end
  local function controls(holder, held)
    return case:holdings { holder = holder, entity = held }:as_recorded():sum("votes") >= half
  end
  local _, over_other = above(case, other, any)
  if not meets(above(case, one, any), over_other) then return false end
  _, over_other = above(case, other, controls)
  return meets(above(case, one, controls), over_other)
end

return hsr_person
