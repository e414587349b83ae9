--- What the German rules share: when there is a concentration by s. 37 GWB, and who is active in Germany.
local european_deals = require "european_deals"

local german_mergers = {}

--- Assets, control, or 25 % of capital or votes. The rule has the figures `stake` and the params `half_of_votes`, `quarter`.
---@return Element
function german_mergers.concentration() return european_deals.concentration_or_part("stake", "quarter") end

--- Params of the element above, added to a rule's own.
---@param params table
---@return table params
function german_mergers.params(params)
  params.half_of_votes = european_deals.half_of_votes()
  params.quarter = { 25, "percent", "s. 37(1) no. 3: of capital or votes" }
  return params
end

--- Adds the figure that the element reads.
---@param figures table
---@return table figures
function german_mergers.figures(figures)
  figures.stake = function(s, _, case)
    return greatest(case:held(s.buyer, s.target, "stake"), case:held(s.buyer, s.target, "votes"))
  end
  return figures
end

--- Adds the figures of what the deal joins in a market: both together, as one firm after the deal, and what it adds.
---@param figures table
---@return table figures
function german_mergers.joint_share(figures)
  figures.buyer_share    = function(s) return s.market:share(s.buyer) end
  figures.target_share   = function(s) return s.market:share(s.target) end
  figures.combined_share = function(s) return s.buyer_share + s.target_share end
  figures.increment      = function(s) return least(s.buyer_share, s.target_share) end
  return figures
end

--- Is the firm one of the parties?
local function is_party(s, firm)
  if firm:same_group(s.buyer) then return true end
  return firm:same_group(s.target)
end

--- The largest firms of the market beside the parties, largest first. Of the table no more is asked for than finds so many:
--- an order that nobody needs may be undecided.
local function others(s, wanted)
  local found = {}
  for size = wanted, wanted + 2 do
    found = {}
    for firm in s.market:largest(size) do
      if not is_party(s, firm) then table.insert(found, firm) end
    end
    if #found >= wanted then return found end
  end
  return found
end

--- The parties, counted as one, are among the few largest firms after the deal, and these reach a line together. Figure
--- `combined_share`.
---@param few integer
---@param line string param
---@param word string the number as a sentence says it
---@return Element
function german_mergers.among_the_few(few, line, word)
  return {
    "the parties as one firm and the largest others, " .. word .. " in all, reach {" .. line .. "}",
    function(s, p)
      local beside = others(s, few - 1)
      local sum = s.combined_share
      for i = 1, math.min(#beside, few - 1) do sum = sum + s.market:share(beside[i]) end
      if sum < p[line] then return false end
      if #beside < few - 1 then return true end
      if s.combined_share >= s.market:share(beside[few - 1]) then return true end
      beside = others(s, few) -- so many are larger that the parties may stand behind the few
      if #beside < few then return true end
      return s.combined_share >= s.market:share(beside[few])
    end,
    no = "the parties are not among " .. word .. " firms that reach {" .. line .. "}",
  }
end

return german_mergers
