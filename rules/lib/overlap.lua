--- What a deal's parties have together in a market, as suppliers or as buyers: for laws that ask for either side. The roles are
--- `buyer`, `target` and `market`.
local bought_alone = require "bought_alone"

local overlap = {}

--- Is the measure of the market that of what is bought? A market that states none has that of its rows: where these state none
--- either, they are of what is sold.
local function is_of_purchases(case, market)
  if market:has { measure = "purchases" } then return true end
  if market:has { measure = true } then return false end
  local stated = case:shares { market = market, measure = true }:ever():as_recorded()
  if not stated:any() then return false end
  return stated:except { measure = "purchases" }:none()
end

--- Does a party have a share of what is bought on file, today or on an earlier day?
local function buys(case, firm, market)
  return case:shares { entity = firm, market = market, measure = "purchases" }:ever():as_recorded():any()
end

--- The shares of the market are of what is sold. Where nobody knows the measure it is open of what they are.
local function of_sales()
  return {
    "the shares of {market} are of what is sold",
    function(s, _, case) return not is_of_purchases(case, s.market) end,
    no = "the shares of {market} are of what is bought",
  }
end

--- The shares of the market, or others that are on file beside them for both parties, are of what is bought.
local function of_purchases()
  return {
    "what is on file of them in {market} is of what they buy",
    function(s, _, case)
      if is_of_purchases(case, s.market) then return true end
      return buys(case, s.buyer, s.market) and buys(case, s.target, s.market)
    end,
    no = "of what they buy in {market} no shares are on file",
  }
end

--- The shares of a market are of one of the two sides, and the finding says of which: for figures of concentration, which are those
--- of the market's own measure.
---@return Element
function overlap.on_one_side()
  return {
    "the shares of {market} are of what is sold, or of what is bought",
    any = {
      of_sales(),
      {
        "the shares of {market} are of what is bought",
        function(s, _, case) return is_of_purchases(case, s.market) end,
        no = "the shares of {market} are of what is sold",
      },
    },
    no = "the shares of {market} are of neither",
  }
end

--- What both buy is on file beside the shares of a market of what is sold. Concentration is worked out in the measure of the market, so
--- that these need a market of their own: without one it is open, unless what they buy together is enough whatever others buy.
---@param enough string param, percent: at this or more nothing else is asked
---@param little string? param, percent: up to this nothing is asked
---@return Element
function overlap.bought_beside(enough, little)
  return {
    "as buyers, beside sellers, they have {combined_purchases} of {market}: enough, or open where it is no market of its own",
    function(s, p, case)
      if is_of_purchases(case, s.market) then return false end
      if not buys(case, s.buyer, s.market) then return false end
      if not buys(case, s.target, s.market) then return false end
      if little then
        if s.combined_purchases <= p[little] then return false end
      end
      if s.combined_purchases >= p[enough] then return true end
      return bought_alone.asked_by_itself(case, s)
    end,
    no = "beside what is sold, what both buy is not on file, is too little, or has a market of its own",
  }
end

--- Measures of what is sold, for laws that leave the choice of one open.
local SOLD = { "revenue", "volume", "capacity", "users", "visits", "spend" }

--- The parties are both on file in a measure and reach a line together by it. Three parts and not one function: where it is open
--- whose a row is, a sum that is too small decides all the same.
local function reached_by(measure, line, at)
  return {
    "by " .. measure .. " they have it",
    all = {
      {
        "both are on file by " .. measure,
        function(s, _, case)
          local rows = case:shares { market = s.market, measure = measure }:ever():as_recorded()
          if not rows:where { entity = s.buyer }:any() then return false end
          return rows:where { entity = s.target }:any()
        end,
        no = "by " .. measure .. " they are not both on file",
      },
      {
        "together they have " .. at .. " or more by " .. measure,
        function(s, p) return s.market:share(s.buyer, measure) + s.market:share(s.target, measure) >= p[line] end,
        no = "together they have less than " .. at .. " by " .. measure,
      },
      {
        "the deal adds to it by " .. measure,
        function(s, p) return least(s.market:share(s.buyer, measure), s.market:share(s.target, measure)) > p.nothing end,
        no = "the deal adds nothing to it by " .. measure,
      },
    },
    no = "by " .. measure .. " they are not on file with it",
  }
end

--- The parties are both on file in another measure than the market's, and reach a line together by it.
---@param line string param, percent; the rule has a param `nothing`, of 0 percent
---@return Element
function overlap.in_another_measure(line)
  local at = "{" .. line .. "}"
  local element = {
    "in another measure they have " .. at .. " or more together and the deal adds to it",
    any = {},
    no = "in no other measure are they on file with " .. at .. " together",
  }
  for _, measure in ipairs(SOLD) do table.insert(element.any, reached_by(measure, line, at)) end
  return element
end

--- The parties reach a line together on one side of the market and each has a part of it there. The rule has the figures of
--- `overlap.figures` and a param `nothing`, of 0 percent.
---@param line string param, percent
---@param other Element? another way in which they may reach it
---@return Element
function overlap.reaches(line, other)
  local at = "{" .. line .. "}"
  local element = {
    "{buyer} and {target} have " .. at .. " or more of {market} together, as suppliers or as buyers, and the deal adds to it",
    any = {
      {
        "as suppliers they have it",
        all = {
          of_sales(),
          {
            "as suppliers they have {combined_share} of {market} together, {>=} " .. at, "combined_share", ">=", line,
            no = "as suppliers they have {combined_share} of {market} together, below " .. at,
          },
          { "the deal adds {increment}, {>=} {nothing}", "increment", ">", "nothing" },
        },
        no = "as suppliers they are not on file with it",
      },
      {
        "as buyers they have it",
        all = {
          of_purchases(),
          {
            "they buy {combined_purchases} of what is bought there, {>=} " .. at, "combined_purchases", ">=", line,
            no = "they buy {combined_purchases} of what is bought there, below " .. at,
          },
          { "the deal adds {purchases_increment}, {>=} {nothing}", "purchases_increment", ">", "nothing" },
        },
        no = "as buyers they are not on file with it",
      },
    },
    no = "{buyer} and {target} are not on file with " .. at .. " of {market} together, neither as suppliers nor as buyers",
  }
  if other then table.insert(element.any, other) end
  return element
end

--- Adds the figures of what the parties have, in the measure of the market and of what is bought: each, together, and what the deal
--- adds.
---@param figures table
---@return table figures
function overlap.figures(figures)
  figures.buyer_share         = function(s) return s.market:share(s.buyer) end
  figures.target_share        = function(s) return s.market:share(s.target) end
  figures.combined_share      = function(s) return s.buyer_share + s.target_share end
  figures.increment           = function(s) return least(s.buyer_share, s.target_share) end
  figures.buyer_purchases     = function(s) return s.market:share(s.buyer, "purchases") end
  figures.target_purchases    = function(s) return s.market:share(s.target, "purchases") end
  figures.combined_purchases  = function(s) return s.buyer_purchases + s.target_purchases end
  figures.purchases_increment = function(s) return least(s.buyer_purchases, s.target_purchases) end
  return figures
end

return overlap
