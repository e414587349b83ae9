--- Parts of firms that are held through others, and control below a majority. Arguments that name a role, a figure or a
--- param are strings.
local ownership = {}

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

-- ---- who ----

--- Whoever has a part of a firm, directly or through others, once for each market in which both sell.
---@param case Case
---@param each fun(holder: Entity, rival: Entity, market: Market)
function ownership.of_rivals(case, each)
  local sellers = case:shares():list("entity")
  for holder in case:owners(sellers) do
    for market in case:shares { entity = holder }:list("market") do
      for rival in case:shares { market = market, entity = case:parts(holder, sellers) }:list("entity") do
        if not holder:same_group(rival) then each(holder, rival, market) end
      end
    end
  end
end

--- Whoever has parts of two firms, directly or through others, once for each market in which both firms sell.
---@param case Case
---@param each fun(holder: Entity, first: Entity, second: Entity, market: Market)
function ownership.common(case, each)
  local sellers = case:shares():list("entity")
  for holder in case:owners(sellers) do
    for market, first, second in case:shares { entity = case:parts(holder, sellers) }:triples("market", "entity") do
      if not holder:same_group(first) and not holder:same_group(second) then each(holder, first, second, market) end
    end
  end
end

--- Each owner of a firm with each other one that sells where the firm does.
local function pairs_of_rivals(case, owners, firm, each)
  for market in case:shares { entity = firm }:list("market") do
    for seller in case:shares { market = market, entity = case:owners(firm) }:except { entity = firm }:list("entity") do
      local before = true
      for _, owner in ipairs(owners) do -- in the order of ids: so that of two the first is always the same
        if owner:same_group(seller) then before = false
        elseif before then each(owner, seller, firm, market)
        else each(seller, owner, firm, market) end
      end
    end
  end
end

--- Two firms that have parts of one firm, directly or through others, once for each market in which that firm and one of the
--- two sell.
---@param case Case
---@param each fun(first: Entity, second: Entity, firm: Entity, market: Market)
function ownership.by_rivals(case, each)
  for firm in case:shares():list("entity") do
    local owners = {}
    for owner in case:owners(firm) do
      if not owner:same_group(firm) then table.insert(owners, owner) end
    end
    if #owners > 1 then pairs_of_rivals(case, owners, firm, each) end
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
