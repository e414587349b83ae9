--- What a buyer has of a firm of which it buys a part. Before closing no holding exists, and after it some files record none:
--- unknown is not zero. What it sold again it has no more.
local part_bought = {}

--- Is there a record? A figure asks no yes or no of a set; a record that is in doubt leaves the figure unknown.
---@param set Set
---@return boolean
function part_bought.is_any(set)
  local found = false
  for _ in set do found = true end
  return found
end

--- The part of one firm that another holds, as on file. Where it is buying a part of it, or has bought one, and no holding
--- is on file, unknown: what will be held, or is, nobody has recorded. For figures and tests.
---@param case Case
---@param buyer Entity
---@param target Entity
---@param measure "votes"|"stake"
---@return Quantity percent
function part_bought.held(case, buyer, target, measure)
  local parts = case:transactions { acquirer = buyer, target = target, type = "partial" }
  if not part_bought.is_any(parts) then return case:held(buyer, target, measure) end
  local holdings = case:holdings { holder = buyer, entity = target }
  -- of a part that was sold again it is known that nothing is left
  if not part_bought.is_any(parts:except { status = "closed" }) then holdings = holdings:ever() end
  if not part_bought.is_any(holdings) then return holdings:one()[measure] end
  return case:held(buyer, target, measure)
end

--- The last days of holdings of which nothing was left the day after, and before a deal: what had been bought until then is not
--- held as a result of the deal. For figures.
---@param case Case
---@param buyer Entity
---@param target Entity
---@param deal Quantity date of the deal
---@param day Quantity one day
---@return Quantity[] dates
function part_bought.sold(case, buyer, target, deal, day)
  local days = {}
  for holding in case:holdings { holder = buyer, entity = target, to = true }:ever() do
    local after = case:at(least(holding.to + day, deal)):holdings { holder = buyer, entity = target }
    if not part_bought.is_any(after) then table.insert(days, holding.to) end
  end
  return days
end

--- What a buyer is to hold of a firm by the latest deal of a part gives it control: open until a holding by the deal is on
--- file, since duties apply before closing. One that is there is asked elsewhere. Once the deal has closed, a complete list of
--- holdings without one decides. The rule has the param `half_of_votes`.
---@param buyer string role
---@param target string role
---@return Element
function part_bought.to_come(buyer, target)
  local one, other = "{" .. buyer .. "}", "{" .. target .. "}"
  return {
    one .. " buys a part of " .. other .. " that gives it control",
    all = {
      {
        one .. " has bought a part of " .. other .. " or has agreed to",
        recorded = { "transactions", acquirer = buyer, target = target, type = "partial" },
        no = "no purchase of a part of " .. other .. " by " .. one .. " is on file",
      },
      {
        "what " .. one .. " is to hold of " .. other .. " by the deal is {half_of_votes} of the votes, or gives control otherwise",
        function(s, p, case)
          local deal = case:transactions { acquirer = s[buyer], target = s[target], type = "partial" }:latest()
          local begun = case:holdings { holder = s[buyer], entity = s[target] }:ever():since(deal.from)
          if begun:any() then return false end
          local nothing = begun:none()
          if deal:has { status = "closed" } then return not nothing end
          return begun:one().votes >= p.half_of_votes -- unknown: what is to be held is on no list of what is held
        end,
        no = "nothing more is to come by the deal as far as recorded",
      },
    },
    no = one .. " buys no part of " .. other .. " that is still to be recorded",
  }
end

return part_bought
