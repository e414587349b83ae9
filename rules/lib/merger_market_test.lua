--- For tests alone: a market in which one firm buys another, and the tests that every rule on such a market passes in the
--- same words. What differs (the lines, the dates, the shares) stands in the test of each rule.
local joined = require "joined_test"

local merger = {}

--- The facts of a market whose whole table is on file, and of a deal between two of its firms that was announced on the day
--- of that table. Of the rivals `r1`, `r2`, ... only the shares matter.
---@param seen table measured (day of the table and of the deal), as_of (day of the audit), measure (of the shares; nil: not stated)
---@param buyer number percent
---@param target number percent
---@param rivals number[] percent each
---@return table
function merger.market(seen, buyer, target, rivals)
  local entities, shares = {}, {}
  local function firm(id, percent)
    table.insert(entities, { id = id })
    table.insert(shares, { id = id .. "-share", market = "m", entity = id, percent = percent, from = seen.measured })
  end
  firm("buyer", buyer)
  firm("target", target)
  for i, percent in ipairs(rivals) do firm("r" .. i, percent) end
  return {
    as_of = seen.as_of,
    entities = entities,
    markets = {
      { id = "m", product = "jarred-baby-food", geography = "US", table = "complete", measure = seen.measure or nil },
    },
    shares = shares,
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = seen.measured,
        status = "announced",
      },
    },
  }
end

--- A holding of 60 % of the votes.
---@param holder string
---@param firm string
---@return table holding
function merger.most(holder, firm) return { holder = holder, entity = firm, stake = 60, votes = 60 } end

--- Which deals count: those that take a firm over, and are not off, on a market that both are on.
---@param seen table as for `market`
---@return table[] tests
function merger.deals(seen)
  return {
    { "a merger counts as an acquisition", set = { ["deal.type"] = "merger" }, expect = "flagged" },
    { "a deal of unknown type cannot tell",
      set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
    { "a stake without control is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
    { "money without a takeover is out of scope",
      without = { "deal" },
      add = { investments = { { investor = "buyer", target = "target", status = "paid", from = seen.measured } } },
      expect = "out-of-scope" },
    { "an abandoned deal gives nobody to ask about",
      set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = seen.measured }, expect = "not-applicable" },
    { "a firm that merges with its parent joins nothing that was apart",
      add = { holdings = { merger.most("target", "buyer") } }, expect = "out-of-scope" },
    { "two firms that hold most of each other are one group already",
      add = { holdings = { merger.most("target", "buyer"), merger.most("buyer", "target") } }, expect = "out-of-scope" },
    { "a firm that buys itself joins nothing", set = { ["deal.target"] = "buyer" }, expect = "out-of-scope" },
    { "a buyer that has most of the target since the deal counts",
      add = { holdings = { merger.most("buyer", "target") } }, expect = "flagged" },
    { "firms that share no market give nobody to ask about", without = { "target-share" }, expect = "not-applicable" },
    { "what a target without a share of its own has may be in the share of its seller",
      set = { ["target-share.entity"] = "r1" }, without = { "r1-share" },
      add = { holdings = { merger.most("r1", "target") } }, expect = "cannot-tell" },
  }
end

--- Shares of what is sold count, and of nothing else.
---@return table[] tests
function merger.sold()
  return {
    { "shares of purchases are another concern", set = { ["m.measure"] = "purchases" }, expect = "out-of-scope" },
    { "so are rows that all say so in a market that states no measure", unset = { "m.measure" }, expect = "out-of-scope",
      set = { ["buyer-share.measure"] = "purchases", ["target-share.measure"] = "purchases" } },
    { "where the measure of m is unknown, it is open whether the shares of the market are shares of what is sold",
      set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  }
end

--- What is observed of the market, the firms or the deal.
---@param about string|string[]
---@param says string
---@param strength string
---@return table
local function seen_of(about, says, strength)
  return { observations = { { about = about, says = says, strength = strength } } }
end

--- What rebuts everywhere, and what does not.
---@param open integer how many rebuttals the rule has
---@return table[] tests
function merger.rebuttals(open)
  return {
    { "entry that was found rebuts", add = seen_of("m", "entry", "moderate"), expect = "rebutted" },
    { "entry that is only claimed rebuts nothing", add = seen_of("m", "entry", "weak"), expect = "flagged", open = open },
    { "a failing target rebuts", add = seen_of("target", "failing-firm", "strong"), expect = "rebutted" },
    { "a failing buyer rebuts nothing", add = seen_of("buyer", "failing-firm", "strong"), expect = "flagged" },
    { "where all observations are on file nothing stays open",
      complete = { { kind = "observation" } }, expect = "flagged", open = 0 },
  }
end

--- Efficiencies, in the texts that hear of them.
---@return table[] tests
function merger.efficiencies()
  return {
    { "verified efficiencies of the deal rebut", add = seen_of("deal", "efficiency", "moderate"), expect = "rebutted" },
    { "verified efficiencies of both firms rebut",
      add = seen_of({ "buyer", "target" }, "efficiency", "strong"), expect = "rebutted" },
    { "efficiencies of one firm alone rebut nothing", add = seen_of("buyer", "efficiency", "strong"), expect = "flagged" },
    { "claimed efficiencies rebut nothing", add = seen_of("deal", "efficiency", "weak"), expect = "flagged" },
  }
end

--- A deal that closed on the day, as it is seen long after.
---@param name string what the test says
---@param long_after string date
---@param day string date
---@param verdict string
---@return table test
local function closed(name, long_after, day, verdict)
  return { name, as_of = long_after, set = { ["deal.status"] = "closed", ["deal.closed"] = day }, expect = verdict }
end

--- A text is in force from its first day to its last, and judges the deals that closed between them, however late one asks.
---@param days table before, first, last and after (the last two nil: it still is), long_after (a day after all of them)
---@return table[] tests
function merger.in_force(days)
  local tests = {
    { "the day before the text was in force is out of scope", as_of = days.before, expect = "out-of-scope" },
    { "on the first day the text applies", as_of = days.first, expect = "flagged" },
    closed("a deal closed on the first day is judged by this text", days.long_after, days.first, "flagged"),
    closed("a deal closed the day before is not", days.long_after, days.before, "out-of-scope"),
  }
  if days.last then
    table.insert(tests, { "on the last day the text applies", as_of = days.last, expect = "flagged" })
    table.insert(tests, { "the day after it is out of scope", as_of = days.after, expect = "out-of-scope" })
    table.insert(tests,
      closed("a deal closed on the last day is judged by this text, years later", days.long_after, days.last, "flagged"))
    table.insert(tests, closed("a deal closed the day after is not", days.long_after, days.after, "out-of-scope"))
  end
  return tests
end

--- The tests of a rule, with shared ones behind its own.
---@param own table what the test file is to return
---@param shared table[][] lists of tests
---@return table own
function merger.with(own, shared) return joined(own, shared) end

return merger
