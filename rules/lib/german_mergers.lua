--- What the German rules on deals share: when there is a concentration by s. 37 GWB, and what is presumed of the parties.
local candidates       = require "candidates"
local deals            = require "deals"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local overlap          = require "overlap"

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
              local held = holdings_by_the_deal(s, case)
              if held:any() then return false end
              if least(s.earlier_stake, s.earlier_votes) >= p.half_of_shares then return false end -- nothing is left to reach
              local nothing = held:none()
              if parts(s, case):latest():has { status = "closed" } then return not nothing end
              return held:one().stake >= p.quarter -- unknown: what is to be held is on no list of what is held
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
    any = { european_deals.takeover(), step() },
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

--- A rule of what is presumed of a deal's parties in one market: who and what is in scope, which day's law applies, what the deal
--- joins. Adds these to what is the rule's own.
---@param rule table
---@return Rule
function german_mergers.presumption(rule)
  rule.nature       = "presumption"
  rule.law_at       = european_deals.closing()
  rule.roles        = { "buyer", "target", "market" }
  rule.subjects     = candidates.deals_by_market
  rule.params       = german_mergers.params(rule.params)
  rule.figures      = german_mergers.figures(overlap.figures(rule.figures or {}))
  rule.applies      = {
    german_mergers.concentration(),
    deals.apart("buyer", "target"),
    european_deals.market_in("market", "DE", "Germany"),
  }
  table.insert(rule.basis, {
    "de-36-1", at = "s. 36(1) GWB: a dominant position that is created or strengthened", support = "reported",
  })
  return rule
end

--- Adds the figures of the parties beside the largest others, named or not, after the deal.
---@param figures table
---@return table figures
function german_mergers.beside_the_largest(figures)
  figures.of_three = function(s) return s.market:largest_share_with(3, s.buyer, s.target) end
  figures.of_five  = function(s) return s.market:largest_share_with(5, s.buyer, s.target) end
  figures.larger   = function(s) return s.market:count_larger(s.buyer, s.target) end
  return figures
end

--- The parties, counted as one, are among the few largest firms after the deal, and these reach a line together. Where two share
--- the last place either is of the few: the law names no order, only a number. The rule has a param `nothing`, of 0 percent.
---@param few string param, count; its name is the number as a sentence says it
---@param share string figure, as above
---@param line string param
---@return Element
function german_mergers.among_the_few(few, share, line)
  return {
    "the parties as one firm are among " .. few .. " firms that reach {" .. line .. "}",
    all = {
      { "the deal adds {increment}, {>=} {nothing}", "increment", ">", "nothing" },
      {
        "the parties as one firm and the largest others, " .. few .. " in all, have {" .. share .. "}, {>=} {" .. line .. "}",
        share, ">=", line,
      },
      {
        "the parties, with {combined_share}, are among the " .. few .. " largest", "larger", "<", few,
        no = "the parties, with {combined_share}, are not among the " .. few .. " largest: {larger} firms have more",
      },
    },
    no = "the parties are not among " .. few .. " firms that reach {" .. line .. "}",
  }
end

return german_mergers
