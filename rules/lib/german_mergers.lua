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

--- So many of the largest firms are taken off the whole to find what firms that the table does not name may have.
local MANY = 100

--- What the largest firms beside the parties have together, of those that the table names. Nobody is sought out, so that a
--- tie leaves nothing open. It is never more than what so many of all firms have, nor than one or two more have without the
--- parties; and one of these it is, wherever the parties stand.
local function of_others(s, count)
  local one_more = s.market:largest_share(count + 1)
  local without_one = least(one_more - s.buyer_share, one_more - s.target_share)
  return least(least(s.market:largest_share(count), without_one), s.market:largest_share(count + 2) - s.combined_share)
end

--- The same with the parties, who are one firm.
local function with_the_parties(s, count)
  local one_more = s.market:largest_share(count + 1)
  local with_one = least(one_more + s.buyer_share, one_more + s.target_share)
  return least(least(s.market:largest_share(count) + s.combined_share, with_one), s.market:largest_share(count + 2))
end

--- It hangs on firms that the table does not name: a comparison that these alone leave open, so that they are what is missing.
local function open_by_the_unnamed(s) return s.market:hhi() > s.market:hhi() end

--- May a firm that the table does not name take one of the places of the largest others? In a table of the largest only
--- where too few are named.
local function place_is_free(s, places)
  if s.market:has { table = "complete" } then return false end
  if s.market:has { table = "top" } then return of_others(s, places) <= of_others(s, places - 1) end
  return true
end

--- Do the parties and the largest others, so many in all, reach the line?
local function reaches(s, p, few, line)
  if with_the_parties(s, few.number - 1) >= p[line] then return true end
  if not place_is_free(s, few.number - 1) then return false end
  local unnamed = p.whole - s.market:largest_share(MANY)
  local named = few.number - 2 -- an unnamed firm may take the place of one of them
  if s.market:has { table = "top" } then named = few.number - 1 end
  if with_the_parties(s, named) + unnamed < p[line] then return false end
  return open_by_the_unnamed(s)
end

--- Are the parties, as one firm, among so many largest? Firms that are not named may stand before them, each with more.
local function among(s, p, few)
  if s.combined_share < of_others(s, few.number) - of_others(s, few.number - 1) then return false end
  if s.market:has { table = { "complete", "top" } } then return true end
  local unnamed, needed = p.whole - s.market:largest_share(MANY), p.nothing
  for ahead = 1, few.number do
    needed = needed + s.combined_share
    if unnamed <= needed then return true end -- so many cannot all have more
    local named = few.number - ahead
    if named < 1 then return open_by_the_unnamed(s) end
    local last = of_others(s, named)
    if named > 1 then last = last - of_others(s, named - 1) end
    if last > s.combined_share then return open_by_the_unnamed(s) end
  end
  return true
end

--- The parties, counted as one, are among the few largest firms after the deal, and these reach a line together. Figures of
--- `joint_share`; params `whole`, 100 %, and `nothing`, 0 %.
---@param few table number; word: the number as a sentence says it
---@param line string param
---@return Element
function german_mergers.among_the_few(few, line)
  local made = { number = few.number, word = few.word }
  return {
    "the parties as one firm are among " .. few.word .. " firms that reach {" .. line .. "}",
    all = {
      {
        "the parties as one firm and the largest others, " .. few.word .. " in all, reach {" .. line .. "}",
        function(s, p) return reaches(s, p, made, line) end,
        no = "the parties as one firm and the largest others, " .. few.word .. " in all, do not reach {" .. line .. "}",
      },
      {
        "the parties, with {combined_share}, are among the " .. few.word .. " largest",
        function(s, p) return among(s, p, made) end,
        no = "the parties, with {combined_share}, are not among the " .. few.word .. " largest",
      },
    },
    no = "the parties are not among " .. few.word .. " firms that reach {" .. line .. "}",
  }
end

return german_mergers
