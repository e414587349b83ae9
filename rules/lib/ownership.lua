--- Parts of firms that are held through others, and control below a majority. Arguments that name a role, a figure or a
--- param are strings.
local ownership = {}

--- Through how many holdings of one undertaking in another a chain is followed. What is controlled belongs to the same
--- undertaking, so that each link is a minority's as a rule: after eight of them nearly nothing arrives.
local LONGEST = 8

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

-- ---- who ----

--- The member of a holder's group that stands for it, whichever member a chain has led to.
---@param case Case
---@param holder Entity
---@return Entity
local function standing_for(case, holder)
  local found = holder
  for member in case:holdings { holder = holder }:list("holder") do found = member end
  return found
end

--- Is a member of the entity's group on the list?
---@param list Entity[]
---@param entity Entity
---@return boolean
local function has_one_of_group(list, entity)
  for _, one in ipairs(list) do
    if one:same_group(entity) then return true end
  end
  return false
end

--- Everybody who has a part of a firm, directly or through others; the firm itself is the first.
---@param case Case
---@param firm Entity
---@return Entity[]
local function owners_of(case, firm)
  local owners, links = { firm }, { 0 }
  for at, owned in ipairs(owners) do
    if links[at] < LONGEST then
      for holder in case:holdings { entity = owned }:pairs("holder", "entity") do
        local owner = standing_for(case, holder)
        if not has_one_of_group(owners, owner) then
          table.insert(owners, owner)
          table.insert(links, links[at] + 1)
        end
      end
    end
  end
  return owners
end

--- Calls back with each firm that is on file in a market, and with each of its owners, direct or through others.
---@param case Case
---@param call fun(owner: Entity, seller: Entity)
local function each_owner(case, call)
  for seller in case:shares():list("entity") do
    for at, owner in ipairs(owners_of(case, seller)) do
      if at > 1 then call(owner, seller) end
    end
  end
end

--- Whoever has a part of a firm, directly or through others, once for each market in which both sell.
---@param case Case
---@param each fun(holder: Entity, rival: Entity, market: Market)
function ownership.of_rivals(case, each)
  each_owner(case, function(owner, seller)
    for market in owner:shares_market(seller) do each(owner, seller, market) end
  end)
end

--- The firms that an owner was found to have parts of so far; a list of owners, each once, that grows.
---@param found table list of { owner =, firms = }
---@param owner Entity
---@return Entity[]
local function firms_of(found, owner)
  for _, one in ipairs(found) do
    if one.owner:same_group(owner) then return one.firms end
  end
  local firms = {}
  table.insert(found, { owner = owner, firms = firms })
  return firms
end

--- Whoever has parts of two firms, directly or through others, once for each market in which both firms sell.
---@param case Case
---@param each fun(holder: Entity, first: Entity, second: Entity, market: Market)
function ownership.common(case, each)
  local found = {}
  each_owner(case, function(owner, seller) table.insert(firms_of(found, owner), seller) end)
  for _, one in ipairs(found) do
    for at, first_firm in ipairs(one.firms) do
      for later, other in ipairs(one.firms) do
        if later > at then
          for market, first, second in case:shares { entity = { first_firm, other } }:triples("market", "entity") do
            each(one.owner, first, second, market)
          end
        end
      end
    end
  end
end

-- ---- how much ----

--- The part of a firm that a holder has: what its group holds, or what comes to it along all chains of holdings, whichever
--- is more. A group's own subsidiary counts whole in the first, by the head's stake in it in the second.
---@param holder string role
---@param firm string role
---@return fun(s: Subject, p: Params, case: Case): Quantity percent
function ownership.part(holder, firm)
  return function(s, _, case)
    return greatest(case:held(s[holder], s[firm], "stake"), case:economic_interest(s[holder], s[firm]))
  end
end

-- ---- control below a majority ----

--- Nobody has more of the votes.
---@param holder string role
---@param firm string role
---@return Element
function ownership.largest_holder(holder, firm)
  return {
    "nobody has more of the votes of " .. as(firm) .. " than " .. as(holder),
    function(s, _, case) return case:may_control(s[holder], s[firm], "largest-holder") end,
    no = as(holder) .. " is not the largest holder of votes of " .. as(firm),
  }
end

--- The holder alone names the board, or named more than half of it.
---@param holder string role
---@param firm string role
---@return Element
function ownership.names_board(holder, firm)
  return {
    as(holder) .. " decides who sits on the board of " .. as(firm),
    function(s, _, case) return case:may_control(s[holder], s[firm], "board") end,
    no = as(holder) .. " does not decide who sits on the board of " .. as(firm),
  }
end

--- A part that is material makes its holder the largest, or the holder names the board. Without a material part nobody
--- asks who else holds votes.
---@param holder string role
---@param firm string role
---@param part string figure: the stake held
---@param line string param: from which the stake is material
---@return Element
function ownership.sway(holder, firm, part, line)
  return {
    as(holder) .. " may decide over " .. as(firm) .. " without a majority",
    any = {
      {
        as(holder) .. " has a material part of " .. as(firm) .. ", and nobody has more of the votes",
        all = {
          { as(holder) .. " holds " .. as(part) .. " of " .. as(firm) .. ", {>=} " .. as(line), part, ">=", line },
          ownership.largest_holder(holder, firm),
        },
        no = as(holder) .. " has no material part of " .. as(firm) .. " that makes it the largest holder",
      },
      ownership.names_board(holder, firm),
    },
    no = as(holder) .. " is neither the largest holder of " .. as(firm) .. ", with a material part, nor names its board",
  }
end

return ownership
