--- Who is one person with whom by 16 CFR 801.1(b)(1): a firm and all that it controls, directly or through others. Who has half
--- of the votes controls, so that two may control one firm, and at each step exactly half is enough. Control by a right to name
--- directors (b)(2) exempts no deal.
local hsr_person = {}

--- So many firms above one are looked through for a link to another before votes are asked for.
local MOST = 16

--- A firm and those above it, as a list and by their ids: at each step the holders of a part who count. Where there are more
--- than a most, some of them.
local function above(case, firm, counts, most)
  local list, by_id, at = { firm }, { [firm.id] = true }, 1
  while at <= #list do
    if most and #list > most then break end
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

--- Those above a firm within its person, by half of the votes at each step, each by one holding.
---@param case Case of the day asked
---@param firm Entity
---@param half Param percent of the votes
---@return Entity[] parents
function hsr_person.parents(case, firm, half)
  local found, seen, queue, at = {}, { [firm.id] = true }, { firm }, 1
  while at <= #queue do
    for holding in case:holdings { entity = exactly(queue[at]), votes = true } do
      if holding.votes >= half then
        local holder = holding.holder
        if not seen[holder.id] then
          seen[holder.id] = true
          table.insert(found, holder)
          table.insert(queue, holder)
        end
      end
    end
    at = at + 1
  end
  return found
end

--- Is one of a list among the ids?
local function meets(list, by_id)
  for _, firm in ipairs(list) do
    if by_id[firm.id] then return true end
  end
  return false
end

--- Can the two be linked? Where nobody is above both, no votes need be known; among very many owners that is not looked for.
local function may_be_linked(case, one, other)
  local function any() return true end
  local over_one = above(case, one, any, MOST)
  local over_other, ids = above(case, other, any, MOST)
  if #over_one > MOST then return true end
  if #over_other > MOST then return true end
  return meets(over_one, ids)
end

--- Does one of two firms control the other, or a third control both?
---@param case Case of the day asked
---@param one Entity
---@param other Entity
---@param half Param percent of the votes
---@return boolean
function hsr_person.same(case, one, other, half)
  if not may_be_linked(case, one, other) then return false end
  local function controls(holder, held)
    return case:holdings { holder = holder, entity = held }:as_recorded():sum("votes") >= half
  end
  local _, over_other = above(case, other, controls)
  return meets(above(case, one, controls), over_other)
end

return hsr_person
