local designations     = require "designations"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local part_bought      = require "part_bought"
local strategic_status = require "strategic_status"

--- Deals by which one firm has all of another, those that may be of a part, and those by which several form a firm.
local WHOLE, PART, VENTURE = { "merger", "acquisition" }, "partial", "joint-venture"
local DEALS = { "merger", "acquisition", "partial", "joint-venture" }

--- Observations that weigh enough; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- The rows of the firm and its group among the members of the venture that the target is.
local function parts_of(s, case) return case:members { entity = s.firm, venture = case:ventures { entity = s.target } } end

--- Purchases by the firm, of some kinds.
local function purchases(s, case, kind) return case:transactions { acquirer = s.firm, target = s.target, type = kind } end

--- The deals by which the firm and others form the target: whichever of its members is recorded as the buyer, all of them form it.
local function ventures(s, case)
  local formed = case:transactions { target = s.target, type = VENTURE }
  if not part_bought.is_any(formed) then return formed end
  if part_bought.is_any(parts_of(s, case)) then return formed end
  return purchases(s, case, VENTURE)
end

--- The day of the step, before which it must be reported by whoever is designated then: on which the present holding began or a
--- purchase closed, whichever came last. While a purchase is open, the day asked.
local function day_of_step(s, case)
  local dated, days = case:holdings { holder = s.firm, entity = s.target, from = true }, {}
  if part_bought.is_any(dated) then table.insert(days, dated:latest().from) end
  for _, deals in ipairs { purchases(s, case, DEALS), ventures(s, case) } do
    if part_bought.is_any(deals:except { status = "closed" }) then return case.as_of end
    for deal in deals do table.insert(days, deal.closed) end
  end
  local last = days[1] or case.as_of
  for _, day in ipairs(days) do last = greatest(last, day) end
  return last
end

--- Is one of some deals the step: open, or closed on its day, with no holding since that says what it gave?
local function is_step(s, case, deals)
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
        function(s, _, case) return is_step(s, case, purchases(s, case, WHOLE)) end,
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
      if not is_step(s, case, purchases(s, case, PART)) then return false end
      if least(s.earlier_stake, s.earlier_votes) > p.third then return false end
      -- unknown: how large the part is only a holding of a later day can say
      return case:holdings { holder = s.firm, entity = s.target }:since(case.as_of + p.one_day):one().stake >= p.first
    end,
    no = "no purchase of a part is on file that may pass a step and of which no holding tells how large it is",
  }
end

--- Of a joint venture that is formed the first step alone counts (s. 57(3), 58(2)). Until a holding since tells what it gave, what the
--- firm is to have stands among the venture's members; what it had before says nothing of that.
local function forms_venture()
  return {
    "{firm} forms {target} with others and comes to {first} of it or more",
    all = {
      {
        "a joint venture of {firm} and others is open or has just been formed",
        function(s, _, case) return is_step(s, case, ventures(s, case)) end,
        no = "no joint venture is on file of which no holding tells what it gave",
      },
      {
        "{firm} is to have {first} of it or more",
        function(s, p, case)
          local parts = parts_of(s, case):as_recorded()
          if parts:any() then return parts:sum("stake") >= p.first end
          -- unknown: what it is to have only a holding of a later day can say
          return case:holdings { holder = s.firm, entity = s.target }:since(case.as_of + p.one_day):one().stake >= p.first
        end,
        no = "{firm} is to have less than {first} of it",
      },
    },
    no = "no joint venture of {firm} is on file that may pass the first step",
  }
end

--- Of a venture that is still to be formed it counts what the firm expects of it; an own word stands for that, an observation
--- `x-uk-connected` on the venture.
local function expected_here()
  return {
    "{firm} forms {target} with others, and expects it to be active in the United Kingdom",
    all = {
      {
        "a joint venture of {firm} and others is on file",
        function(s, _, case) return ventures(s, case):any() end,
        no = "no joint venture of {firm} and others is on file",
      },
      {
        "it is seated in the United Kingdom, or expected to be active there",
        any = {
          {
            "{target} is seated in the United Kingdom", recorded = { "entities", id = "target", jurisdiction = "GB" },
            no = "{target} is not on file as seated in the United Kingdom",
          },
          {
            "{firm} expects {target} to be active there",
            -- what nobody has said is open: only a list declared complete makes it false
            function(s, _, case)
              return not case:observations { says = "x-uk-connected", about = s.target, strength = SOLID }:none()
            end,
            no = "{firm} was not found to expect that",
          },
        },
        no = "it is neither seated in the United Kingdom nor expected to be active there",
      },
    },
    no = "no joint venture is on file that is expected to be active in the United Kingdom",
  }
end

--- Holder and firm of every holding, buyer and target of every purchase, member and venture of every venture that is formed.
local function buyers_and_holders(case, each)
  european_deals.holdings(case, each)
  for deal in case:transactions { type = DEALS } do each(deal.acquirer, deal.target) end
  for deal in case:transactions { type = VENTURE } do
    for part in case:members { venture = case:ventures { entity = deal.target } } do each(part.entity, deal.target) end
  end
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
    first         = { 15, "percent", "from below to this or more; of a joint venture this or more" },
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
      "{firm} holds shares of {target} since a day that is on file, buys it or a part of it, or forms it with others",
      any = {
        {
          "a holding with a first day is on file",
          recorded = { "holdings", holder = "firm", entity = "target", from = true },
          no = "no holding of {firm} in {target} with a first day is on file",
        },
        {
          "a merger, an acquisition, the purchase of a part or a joint venture is on file",
          recorded = { "transactions", acquirer = "firm", target = "target", type = DEALS },
          no = "no merger, no acquisition, no purchase of a part and no joint venture is on file",
        },
        {
          "a joint venture of {firm} and others is on file, whoever is recorded as its buyer",
          function(s, _, case) return ventures(s, case):any() end,
          no = "no joint venture of {firm} and others is on file",
        },
      },
      no = "no holding of {firm} in {target} with a first day and no purchase is on file",
    },
    designations.named {
      role = "firm", seats = "GB", what = "a firm with strategic market status", list = designations.strategic, day = "day",
      term = "designation_lasts",
    },
    {
      "{target} is active in the United Kingdom, or a joint venture that is to be",
      any = { european_deals.active_in("target", "GB", "the United Kingdom"), expected_here() },
      no = "nothing on file shows {target} active in the United Kingdom, or as a joint venture that is to be",
    },
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
        forms_venture(),
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

  advice = "The report goes in before completion, then five working days until it is accepted and five more of waiting. Of a joint "
    .. "venture ask what {firm} puts in, and whether it is to be active in the United Kingdom (an observation x-uk-connected on it).",
}
