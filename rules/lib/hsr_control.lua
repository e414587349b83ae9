--- Who controls whom by 16 CFR 801.1(b), one step: half of the votes; of a corporation the right to name half of its directors;
--- of what is no corporation a right to half of its profits. Exactly half is enough, so that two may control one firm. Control in
--- fact counts nowhere here: neither a large minority nor seats without a right to them. Rules have the params `half` and `one`.
local part_bought = require "part_bought"

local hsr_control = {}

--- Agreements that may give control.
local RIGHTS = { "profit-share", "board-appointment" }

--- Is a firm a corporation, which has votes? A fund is none. Of a venture without votes on file nobody knows.
local function is_corporation(case, firm, p)
  local votes = case:holdings { entity = exactly(firm), votes = true }
  if votes:as_recorded():count() >= p.one then return true end
  if firm:has { form = { "company", "nonprofit" } } then return true end
  if firm:has { form = "fund" } then return false end
  local no_votes = votes:none()
  return not no_votes
end

--- A right to half of the profits of what is no corporation, (b)(1)(ii).
local function by_profits(case, holder, firm, p)
  local rights = case:agreements { type = "profit-share", holder = holder, grantor = exactly(firm) }
  if not part_bought.is_any(rights) then return false end
  if is_corporation(case, firm, p) then return false end
  return rights:as_recorded():sum("percent") >= p.half
end

--- Rights to name directors of a firm that a holder has alone: one that several have together gives control to none of them.
local function rights_to_name(case, holder, firm, p)
  local rights, alone = case:agreements { type = "board-appointment", holder = holder, grantor = exactly(firm) }, {}
  for right in rights do
    local holders = rights:where { id = right.id }:as_recorded():list("holder")
    if holders:count() <= p.one then table.insert(alone, right) end
  end
  return alone
end

--- The right to name half of the directors of a corporation, (b)(2): nobody else names any, or half of those on file were named
--- by the holder, which has a right.
local function by_directors(case, holder, firm, p)
  local rights = rights_to_name(case, holder, firm, p)
  if #rights < 1 then return false end
  if not is_corporation(case, firm, p) then return false end
  for _, right in ipairs(rights) do
    if right:has { exclusive = true } then return true end
  end
  local board = case:positions { entity = exactly(firm), role = "director" }
  local of_holder = board:where { appointed_by = holder }:count()
  return of_holder + of_holder >= board:count()
end

--- A right gives its holder control of a firm. A deal within a person is one by votes or profits, or by the directors of a
--- nonprofit body (16 CFR 802.30(a)): a right to name those of a firm that has owners makes none.
local function by_right(case, holder, firm, p, within_person)
  if by_profits(case, holder, firm, p) then return true end
  if not by_directors(case, holder, firm, p) then return false end
  if not within_person then return true end
  return firm:has { form = "nonprofit" }
end

--- A list of entities, each once.
local function distinct()
  local list, seen = {}, {}
  local function add(entity)
    if not seen[entity.id] then table.insert(list, entity) end
    seen[entity.id] = true
  end
  return list, add
end

--- Those that have half of the votes of a firm, (b)(1)(i): by one holding, or the members of a group by theirs together.
local function add_by_votes(case, firm, p, add)
  local holdings = case:holdings { entity = exactly(firm) }
  for holding in holdings do
    if holding.votes >= p.half then add(holding.holder) end
  end
  local recorded = holdings:as_recorded()
  if recorded:list("holder"):count() >= recorded:count() then return end
  for holder, of_group in holdings:by("holder") do
    if of_group:as_recorded():sum("votes") >= p.half then add(holder) end
  end
end

--- Whoever controls a firm, at one step.
---@param case Case of the day asked
---@param firm Entity
---@param p Params half, one
---@param within_person boolean in a way by which a deal of the two is one within a person
---@return Entity[] holders
function hsr_control.controllers(case, firm, p, within_person)
  local found, add = distinct()
  for holder in case:agreements { type = RIGHTS, grantor = exactly(firm) }:list("holder") do
    if by_right(case, holder, firm, p, within_person) then add(holder) end
  end
  add_by_votes(case, firm, p, add)
  return found
end

--- Whatever a firm controls beyond its own group, at one step, and the ids of those of which it has more than half: a firm that is
--- sold stands apart from its seller's group, but its figures are in the seller's accounts.
---@param case Case of the day asked
---@param holder Entity
---@param p Params half, one
---@return Entity[] firms
---@return table<string, boolean> majority
function hsr_control.controlled(case, holder, p)
  local found, add = distinct()
  for firm in case:agreements { type = RIGHTS, holder = holder }:list("grantor") do
    if by_right(case, holder, firm, p, false) then add(firm) end
  end
  local votes, is_known, firms = {}, {}, {}
  for holding in case:holdings { holder = holder } do
    local firm = holding.entity
    if not firm:same_group(holder) then
      if is_known[firm.id] then
        votes[firm.id] = votes[firm.id] + holding.votes
      else
        votes[firm.id] = holding.votes
        is_known[firm.id] = true
        table.insert(firms, firm)
      end
    end
  end
  local majority = {}
  for _, firm in ipairs(firms) do
    if votes[firm.id] >= p.half then
      add(firm)
      majority[firm.id] = votes[firm.id] > p.half
    end
  end
  return found, majority
end

--- Whoever has a part of a firm, or a right that may give control of it.
---@param case Case of the day asked
---@param firm Entity
---@return Entity[] holders
function hsr_control.holders(case, firm)
  local found, add = distinct()
  for holding in case:holdings { entity = exactly(firm) } do add(holding.holder) end
  for holder in case:agreements { type = RIGHTS, grantor = exactly(firm) }:list("holder") do add(holder) end
  return found
end

return hsr_control
