--- Rules on concentration, for the merger guidelines of four eras: what differs is the lines, the words and the dates.
--- Each function takes what differs and returns a whole rule. Bands are tables { after, change, after_sign, change_sign }:
--- the HHI after the deal and its change; the signs say whether the line itself is in.
local bought_alone = require "bought_alone"
local candidates   = require "candidates"
local deals        = require "deals"

local concentration = {}

local PARTIES = { "buyer", "target" }

--- The HHI after the deal and its change against one band, whose params are named `after_line` and `change_line`.
---@param after_line string param in points
---@param after_sign string ">" or ">="
---@param change_line string param in points
---@param change_sign string ">" or ">="
---@return Element[]
local function band(after_line, after_sign, change_line, change_sign)
  return {
    {
      "the HHI of {market} after the deal is {after}, {>=} {" .. after_line .. "}",
      "after", after_sign, after_line,
    },
    {
      "the deal raises the HHI of {market} by {change}, {>=} {" .. change_line .. "}",
      "change", change_sign, change_line,
    },
  }
end

--- What all of these rules have in common.
---@param era table id, title, severity, nature, jurisdiction, basis, rebuttal (basis of what rebuts), in_force, efficiencies, buying, entry
--- (the words for entry that rebuts)
---@return Rule
local function frame(era)
  local unless = { deals.entry("market", era.rebuttal, era.entry), deals.failing("target", era.rebuttal) }
  if era.efficiencies then table.insert(unless, deals.efficient("buyer", "target", era.rebuttal)) end
  return {
    id           = era.id,
    title        = era.title,
    severity     = era.severity,
    nature       = era.nature,
    jurisdiction = era.jurisdiction,
    basis        = era.basis,
    in_force     = era.in_force,
    law_at       = deals.law_at("buyer", "target"),
    roles        = { "buyer", "target", "market" },
    subjects     = candidates.deals_by_market,
    figures      = {
      after  = function(s) return s.market:hhi_after(s.buyer, s.target) end,
      change = function(s) return s.market:hhi_change(s.buyer, s.target) end,
      share  = era.share and function(s) return s.market:share(s.buyer) + s.market:share(s.target) end or nil,
      deal   = era.efficiencies and deals.between("buyer", "target") or nil,
    },
    applies      = {
      deals.takeover("buyer", "target"),
      deals.apart("buyer", "target"),
      era.buying and deals.buying("market", PARTIES) or deals.selling_side("market", PARTIES),
    },
    unless       = unless,
    advice       = era.advice
      or "Ask whether {market} is the right market: which products and places customers of {target} would turn to if its terms "
      .. "became 5 % worse, and whether past shares tell of the future.",
  }
end

--- One band, above both lines of which harm is presumed.
---@param era table as for `frame`; after, change: points
---@return Rule
function concentration.presumption(era)
  local rule = frame(era)
  rule.params = {
    after_line  = { era.after, "points", era.reason },
    change_line = { era.change, "points", era.reason },
  }
  rule.elements = band("after_line", ">", "change_line", ">")
  return rule
end

--- Makes a rule on a market for buying one on what both buy, too, where that is on file beside what is sold. The HHI is that of the
--- measure of the market, so that of purchases beside it the joint share alone decides; below its line it is open, unless what is
--- bought has a market of its own.
local function count_purchases(rule)
  rule.params.twice_all = { 20000, "points", "two shares of purchases multiplied, twice, are what the deal adds to their HHI" }
  rule.figures.purchases = function(s) return s.market:share(s.buyer, "purchases") + s.market:share(s.target, "purchases") end
  rule.figures.purchases_change = function(s, p)
    return p.twice_all * s.market:share(s.buyer, "purchases") * s.market:share(s.target, "purchases")
  end
  local own = { deals.buying_side("market", PARTIES), table.unpack(rule.elements) }
  rule.elements = {
    {
      "by what is bought in {market} the deal is above the lines",
      any = {
        { "by the shares of {market} it is", all = own, no = "by the shares of {market} it is not" },
        {
          "by what both buy, beside what is sold, it is",
          all = {
            deals.buying_beside("market", PARTIES),
            {
              "the deal raises the HHI of what is bought by {purchases_change}, {>=} {change_line}", "purchases_change", ">", "change_line",
            },
            {
              "the joint share of what is bought is large, or it is open how concentrated that is",
              any = {
                { "they would buy {purchases} together, {>=} {share_line}", "purchases", ">", "share_line" },
                {
                  "what is bought has no market of its own, so that it is open how concentrated that is",
                  function(s, _, case) return bought_alone.asked_by_itself(case, s) end,
                  no = "what is bought has a market of its own",
                },
              },
              no = "the joint share of what is bought is not above {share_line}, and it has a market of its own",
            },
          },
          no = "by what both buy, beside what is sold, it is not",
        },
      },
      no = "by what is bought in {market} the deal is not above the lines",
    },
  }
  return rule
end

--- As a presumption, but a large joint share will do in place of the HHI.
---@param era table as for `frame`; after, change: points; share: percent
---@return Rule
function concentration.presumption_or_share(era)
  local rule = frame(era)
  rule.params = {
    after_line  = { era.after, "points", era.reason },
    change_line = { era.change, "points", era.reason },
    share_line  = { era.share, "percent", era.reason },
  }
  local lines = band("after_line", ">", "change_line", ">")
  rule.elements = {
    lines[2],
    {
      "{market} would be highly concentrated, or the joint share is large",
      any = {
        lines[1],
        {
          "{buyer} and {target} would have {share} of {market} together, {>=} {share_line}",
          "share", ">", "share_line",
        },
      },
      no = "{market} would not be highly concentrated, and the joint share is not above {share_line}",
    },
  }
  return era.buying and count_purchases(rule) or rule
end

--- Two bands, either of which is enough for a concern; the presumption, where it holds too, has its own rule.
---@param era table as for `frame`; low, high: { after, change, after_sign, change_sign }
---@return Rule
function concentration.concern(era)
  local rule = frame(era)
  rule.params = {
    low_after   = { era.low[1], "points", era.reason },
    low_change  = { era.low[2], "points", era.reason },
    high_after  = { era.high[1], "points", era.reason },
    high_change = { era.high[2], "points", era.reason },
  }
  rule.elements = {
    {
      "HHI and change lie in a band that calls for scrutiny",
      any = {
        {
          "{market} is at least moderately concentrated and the change is not small",
          all = band("low_after", era.low[3], "low_change", era.low[4]),
          no = "{market} is not moderately concentrated, or the change is small",
        },
        {
          "{market} is highly concentrated and the change is not small",
          all = band("high_after", era.high[3], "high_change", era.high[4]),
          no = "{market} is not highly concentrated, or the change is small",
        },
      },
      no = "HHI and change are below the bands that call for scrutiny",
    },
  }
  return rule
end

--- As a concern, and the joint share is large enough to look into what the merged firm could do alone.
---@param era table as for `concern`; share: percent
---@return Rule
function concentration.joint_share(era)
  local rule = concentration.concern(era)
  rule.params.share_line = { era.share, "percent", era.reason }
  table.insert(rule.elements, {
    "{buyer} and {target} would have {share} of {market} together, {>=} {share_line}",
    "share", ">=", "share_line",
  })
  return rule
end

--- The leading firm buys another, however concentrated the market.
---@param era table as for `frame`; leader, other: percent; times: by_date, how many times as large as the second the leader is
---@return Rule
function concentration.leading_firm(era)
  local rule = frame(era)
  rule.figures = {
    leader = function(s) return greatest(s.market:share(s.buyer), s.market:share(s.target)) end,
    other  = function(s) return least(s.market:share(s.buyer), s.market:share(s.target)) end,
    second = function(s) return s.market:largest_share(2) - s.market:largest_share(1) end,
    ahead  = function(s, p) return s.leader * p.one - s.second * p.times end,
  }
  rule.params = {
    leader_line = { era.leader, "percent", era.reason },
    other_line  = { era.other, "percent", era.reason },
    times       = { by_date = era.times, "count", "the leader is so many times as large as the second: about twice in 1982" },
    one         = { 1, "count", "the leader once" },
    nothing     = { 0, "count", "no less than that many times the second" },
  }
  rule.elements = {
    {
      "the larger of {buyer} and {target} has {leader} of {market}, {>=} {leader_line}",
      "leader", ">=", "leader_line",
    },
    { "the smaller has {other} of {market}, {>=} {other_line}", "other", ">=", "other_line" },
    {
      "the larger of them leads {market}",
      function(s) return s.market:among_largest(1, s.buyer, s.target) end,
      no = "another firm leads {market}",
    },
    {
      "the leader is as far ahead of the second, which has {second}, as the text of the day asks",
      any = {
        { "the text asks no more than that it leads", "times", "<=", "one", no = "the text asks for more than that it leads" },
        {
          "it is at least {times} {times|time|times} as large as the second", "ahead", ">=", "nothing",
          no = "it is not {times} {times|time|times} as large as the second",
        },
      },
      no = "the leader is not {times} {times|time|times} as large as the second, which has {second}",
    },
  }
  return rule
end

return concentration
