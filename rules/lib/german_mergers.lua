--- What the German rules share: when there is a concentration by s. 37 GWB, and who is active in Germany.
local european_control = require "european_control"
local european_deals   = require "european_deals"

local german_mergers = {}

--- Deals by which the buyer takes a part of the target.
local function parts(s, case)
  return case:transactions { acquirer = s.buyer, target = s.target, type = "partial" }
end

--- Holdings of the buyer in the target that began with the latest of them or after it.
local function holdings_by_the_deal(s, case)
  return case:holdings { holder = s.buyer, entity = s.target }:since(parts(s, case):latest().from)
end

--- By a deal of a part the buyer comes from below a quarter, or a half, to it. Duties apply before the deal closes: where no
--- holding by it is on file, the part that will be held is unknown, not nothing.
local function step()
  return {
    "{buyer} buys a part of {target} and comes to {quarter} or {half_of_shares} by it",
    all = {
      {
        "a partial acquisition is on file",
        recorded = { "transactions", acquirer = "buyer", target = "target", type = "partial" },
        no = "no partial acquisition is on file",
      },
      {
        "by the deal {buyer} comes to {quarter} or {half_of_shares} of {target}",
        any = {
          european_control.reached("buyer", "target", "quarter", ">="),
          european_control.reached("buyer", "target", "half_of_shares", ">="),
          {
            "what {buyer} is to hold of {target} by the deal reaches one of them",
            function(s, p, case)
              if holdings_by_the_deal(s, case):any() then return false end
              if least(s.earlier_stake, s.earlier_votes) >= p.half_of_shares then return false end -- nothing is left to reach
              return not holdings_by_the_deal(s, case):none()
            end,
            no = "nothing more is to come by the deal as far as recorded",
          },
        },
        no = "by the deal {buyer} comes to neither {quarter} nor {half_of_shares} of {target}",
      },
    },
    no = "{buyer} buys no part of {target} by which it comes to {quarter} or {half_of_shares}",
  }
end

--- Assets, control, or a step to 25 or to 50 % of capital or votes: one who is past 25 % makes no new concentration with 30.
--- The rule has the figures and the params below. Influence below 25 % is asked in de/significant-influence.
---@return Element
function german_mergers.concentration()
  return {
    "{buyer} takes over {target} or gains control of it, or comes to {quarter} or {half_of_shares} of it",
    any = { european_deals.concentration(), step() },
    no = "no deal is on file by which {buyer} takes over {target}, gains control of it or comes to {quarter} or {half_of_shares}",
  }
end

--- Params of the element above, added to a rule's own.
---@param params table
---@return table params
function german_mergers.params(params)
  params.half_of_votes = european_deals.half_of_votes()
  params.quarter = { 25, "percent", "s. 37(1) no. 3: of capital or votes" }
  params.half_of_shares = { 50, "percent", "s. 37(1) no. 3: of capital or votes" }
  params.one_day = { 1, "days", "the day before the deal" }
  return params
end

--- What the buyer had on the day before the latest deal of a part.
local function earlier(what)
  return function(s, p, case)
    return case:at(parts(s, case):latest().from - p.one_day):held(s.buyer, s.target, what):as_recorded()
  end
end

--- Adds the figures that the element reads.
---@param figures table
---@return table figures
function german_mergers.figures(figures)
  figures.stake = function(s, _, case) return case:held(s.buyer, s.target, "stake") end
  figures.votes = function(s, _, case) return case:held(s.buyer, s.target, "votes") end
  figures.earlier_stake = earlier "stake"
  figures.earlier_votes = earlier "votes"
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

--- What unnamed firms may have in the places that a table of the largest leaves free: none has more than the smaller party.
local function room(s, p, places)
  local sum, before = p.nothing, p.nothing
  for place = 1, places do
    local named = of_others(s, place)
    if named <= before + p.hair then sum = sum + s.increment end
    before = named
  end
  return sum
end

--- Do the parties and the largest others, so many in all, reach the line?
local function reaches(s, p, few, line)
  local named = with_the_parties(s, few.number - 1)
  if named + p.hair >= p[line] then return true end
  if s.market:has { table = "complete" } then return false end
  local unnamed = p.whole - s.market:largest_share(MANY)
  local most = with_the_parties(s, few.number - 2) + unnamed -- an unnamed firm may take the place of a named one
  if s.market:has { table = "top" } then most = named + least(unnamed, room(s, p, few.number - 1)) end
  if most < p[line] then return false end
  return open_by_the_unnamed(s)
end

--- Are the parties, as one firm, among so many largest? Firms that are not named may stand before them, each with more.
local function among(s, p, few)
  local least_other = of_others(s, few.number) - of_others(s, few.number - 1)
  if s.combined_share + p.hair < least_other then return false end
  if s.market:has { table = { "complete", "top" } } then return true end
  local unnamed, needed = p.whole - s.market:largest_share(MANY), p.hair
  for ahead = 1, few.number do
    needed = needed + s.combined_share
    if unnamed <= needed then return true end -- so many cannot all have more
    local named = few.number - ahead
    if named < 1 then return open_by_the_unnamed(s) end
    local last = of_others(s, named)
    if named > 1 then last = last - of_others(s, named - 1) end
    if last > s.combined_share + p.hair then return open_by_the_unnamed(s) end
  end
  return true
end

--- The parties, counted as one, are among the few largest firms after the deal, and these reach a line together. Figures of
--- `joint_share`; params `whole`, 100 %, `nothing`, 0 %, and `hair`, what adding and subtracting may lose of a share.
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
