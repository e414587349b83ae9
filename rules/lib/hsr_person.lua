--- Who is one person with whom by 16 CFR 801.1(a): an ultimate parent, which nobody controls, with all that it controls, directly or
--- through others. Where two have half each of a firm there are two persons that have it. Rules have the params `half` and `one`.
local hsr_control = require "hsr_control"

local hsr_person = {}

--- So many firms above one are looked through for a link to another before votes are asked for.
local MOST = 16

--- So many firms of one person are looked at; of a larger one its size is open.
local MOST_OF_A_PERSON = 32

--- A firm and those above it, as a list and by their ids, and the ids of those that have somebody above: at each step those whom
--- `holders` gives. With a most and more of them than that, some of them.
local function above(firm, holders, most)
  local list, by_id, has_above, at = { firm }, { [firm.id] = true }, {}, 1
  while at <= #list do
    if most and #list > most then break end
    for _, holder in ipairs(holders(list[at])) do
      has_above[list[at].id] = true
      if not by_id[holder.id] then table.insert(list, holder) end
      by_id[holder.id] = true
    end
    at = at + 1
  end
  return list, by_id, has_above
end

--- Leaves open what is asked: one divided by nothing is no number.
local function leave_open(p) return p.one / (p.one - p.one) >= p.half end

--- A firm and those below it, of each group one, and which of them are in the accounts of another. What more than so many come to
--- is left open.
local function with_all_below(case, parent, p)
  local list, by_id, consolidated, at = { parent }, { [parent.id] = true }, {}, 1
  while at <= #list do
    if #list > MOST_OF_A_PERSON then leave_open(p) end
    local firms, majority = hsr_control.controlled(case, list[at], p)
    for _, firm in ipairs(firms) do
      if not by_id[firm.id] then table.insert(list, firm) end
      by_id[firm.id] = true
      if majority[firm.id] then consolidated[firm.id] = true end
    end
    at = at + 1
  end
  return { firms = list, consolidated = consolidated }
end

--- The persons that have a firm: of each the ultimate parent and, of each group that it controls, one firm; and the ids of those
--- whose figures are in the accounts of another.
---@param case Case of the day asked
---@param firm Entity
---@param p Params half, one
---@return { firms: Entity[], consolidated: table<string, boolean> }[] persons
function hsr_person.whole(case, firm, p)
  local function holders(held) return hsr_control.controllers(case, held, p, false) end
  local list, _, has_above = above(firm, holders, MOST_OF_A_PERSON)
  if #list > MOST_OF_A_PERSON then leave_open(p) end
  local persons = {}
  for _, parent in ipairs(list) do
    if not has_above[parent.id] then table.insert(persons, with_all_below(case, parent, p)) end
  end
  if #persons < 1 then table.insert(persons, with_all_below(case, firm, p)) end -- a circle: nobody is on top
  return persons
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
  local function any(held) return hsr_control.holders(case, held) end
  local over_one = above(one, any, MOST)
  local over_other, ids = above(other, any, MOST)
  if #over_one > MOST then return true end
  if #over_other > MOST then return true end
  return meets(over_one, ids)
end

--- Is a deal of two firms one within a person: does one of them control the other, or a third control both? A right to name
--- directors makes no such deal but of a nonprofit body.
---@param case Case of the day asked
---@param one Entity
---@param other Entity
---@param p Params half, one
---@return boolean
function hsr_person.same(case, one, other, p)
  if not may_be_linked(case, one, other) then return false end
  local function holders(held) return hsr_control.controllers(case, held, p, true) end
  local _, over_other = above(other, holders)
  return meets(above(one, holders), over_other)
end

return hsr_person
