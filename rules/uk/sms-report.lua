local designations     = require "designations"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local part_bought      = require "part_bought"
local strategic_status = require "strategic_status"

--- Deals by which one firm has all of another, and those that may be of a part.
local WHOLE, PART = { "merger", "acquisition" }, "partial"
local BOUGHT = { "merger", "acquisition", "partial" }

--- The day of the step, before which it must be reported by whoever is designated then: on which the present holding began or a
--- purchase closed, whichever came last. While a purchase is open, the day asked.
local function day_of_step(s, case)
  local deals = case:transactions { acquirer = s.firm, target = s.target, type = BOUGHT }
  if part_bought.is_any(deals:except { status = "closed" }) then return case.as_of end
  local dated, days = case:holdings { holder = s.firm, entity = s.target, from = true }, {}
  if part_bought.is_any(dated) then table.insert(days, dated:latest().from) end
  for deal in deals do table.insert(days, deal.closed) end
  local last = days[1] or case.as_of
  for _, day in ipairs(days) do last = greatest(last, day) end
  return last
end

--- Is a purchase on file that is the step: open, or closed on its day, with no holding since that says what it gave?
local function is_step(s, case, kind)
  local deals = case:transactions { acquirer = s.firm, target = s.target, type = kind }
  if deals:except { status = "closed" }:as_recorded():any() then return true end
  if case:holdings { holder = s.firm, entity = s.target, from = true }:since(s.day):as_recorded():any() then return false end
  for deal in deals do
    if deal.closed >= s.day then return true end
  end
  return false
end

--- What the firm had on the day before the step: a figure.
local function earlier(what)
  return function(s, p, case) return case:at(s.day - p.one_day):held(s.firm, s.target, what):as_recorded() end
end

--- By a purchase of all the firm passes the last step, unless it had.
local function buys_all()
  return {
    "{firm} merges with {target} or buys all of it, and had not passed {third} before",
    all = {
      {
        "a merger of the two, or an acquisition of {target} by {firm}, is open or has just closed",
        function(s, _, case) return is_step(s, case, WHOLE) end,
        no = "no merger or acquisition is on file of which no holding tells what it gave",
      },
      {
        "before, {firm} had not passed {third} of both capital and votes",
        any = {
          { "the stake was {earlier_stake}, {>=} {third}", "earlier_stake", "<=", "third" },
          { "the votes were {earlier_votes}, {>=} {third}", "earlier_votes", "<=", "third" },
        },
        no = "before, {firm} had passed {third} of both capital and votes",
      },
    },
    no = "{firm} does not come to all of {target} by a deal on file",
  }
end

--- A purchase of a part of which no holding tells how large it is may pass a step, while one is left to pass.
local function buys_part()
  return {
    "by the part of {target} that {firm} buys it passes a step",
    function(s, p, case)
      if not is_step(s, case, PART) then return false end
      if least(s.earlier_stake, s.earlier_votes) > p.third then return false end
      -- unknown: how large the part is only a holding of a later day can say
      return case:holdings { holder = s.firm, entity = s.target }:since(case.as_of + p.one_day):one().stake >= p.first
    end,
    no = "no purchase of a part is on file that may pass a step and of which no holding tells how large it is",
  }
end

--- Holder and firm of every holding, buyer and target of every purchase on file.
local function buyers_and_holders(case, each)
  european_deals.holdings(case, each)
  for deal in case:transactions { type = BOUGHT } do each(deal.acquirer, deal.target) end
end

---@type Rule
return {
  id           = "uk/sms-report",
  title        = "{firm}, with strategic market status, must report its stake in {target} to the CMA",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = {
    { "uk-sms-report", at = "DMCCA ss. 57 to 63: 15, 25 and 50 %; 25 million pounds; s. 61(4): not twice", support = "direct" },
    { "uk-sms-designated", at = "Google and Apple, October 2025", support = "reported" },
    { "uk-sms-period", at = "DMCCA s. 18: five years from the day after the notice", support = "direct" },
  },
  in_force     = { from = "2025-01-01" },
  law_at       = day_of_step,
  params       = strategic_status.params {
    first         = { 15, "percent", "from below to this or more" },
    second        = { 25, "percent", "from this or less to more" },
    third         = { 50, "percent", "from this or less to more" },
    consideration = { 25e6, "GBP", "all that was given for the shares, earlier steps added, at least" },
    one_day       = { 1, "days", "the day before the step" },
  },

  roles    = { "firm", "target" },
  subjects = buyers_and_holders,

  figures = {
    day          = function(s, _, case) return day_of_step(s, case) end,
    stake        = function(s, _, case) return case:held(s.firm, s.target, "stake") end,
    votes        = function(s, _, case) return case:held(s.firm, s.target, "votes") end,
    earlier_stake = earlier "stake",
    earlier_votes = earlier "votes",
    given        = function(s, _, case) return case:invested(s.firm, s.target) end,
    value        = function(s, _, case) return case:deal_value(s.firm, s.target) end,
  },

  applies = {
    {
      "{firm} holds shares of {target} since a day that is on file, or buys it or a part of it",
      any = {
        {
          "a holding with a first day is on file",
          recorded = { "holdings", holder = "firm", entity = "target", from = true },
          no = "no holding of {firm} in {target} with a first day is on file",
        },
        {
          "a merger, an acquisition or the purchase of a part is on file",
          recorded = { "transactions", acquirer = "firm", target = "target", type = BOUGHT },
          no = "no merger, no acquisition and no purchase of a part is on file",
        },
      },
      no = "no holding of {firm} in {target} with a first day and no purchase is on file",
    },
    designations.named {
      role = "firm", seats = "GB", what = "a firm with strategic market status", list = designations.strategic, day = "day",
      term = "designation_lasts",
    },
    european_deals.active_in("target", "GB", "the United Kingdom"),
  },

  elements = {
    {
      "the stake of {firm} in {target} has passed a step",
      any = {
        european_control.reached("firm", "target", "first", ">="),
        european_control.reached("firm", "target", "second", ">"),
        european_control.reached("firm", "target", "third", ">"),
        buys_all(),
        buys_part(),
      },
      no = "the stake of {firm} in {target} has passed no step",
    },
    {
      "what was given for it comes to {consideration} at least",
      any = {
        { "{given} has been put in, {>=} {consideration}", "given", ">=", "consideration" },
        { "the deal is worth {value}, {>=} {consideration}", "value", ">=", "consideration" },
      },
      no = "what was given for it does not come to {consideration}",
    },
  },

  unless = { european_deals.told("GB", "the step has been reported to the CMA, or the CMA has taken it up", "firm", "target") },

  advice = "The report goes in before completion, then five working days until it is accepted and five more of waiting. A joint venture "
    .. "counts from 15 % and 25 million pounds of contributions.",
}
