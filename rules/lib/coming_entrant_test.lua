--- For tests alone: a firm buys one that would come into its market, and the tests that every rule on such a deal passes in the
--- same words. How concentrated the market must be stands in the test of each rule.
local joined = require "joined_test"

local entrant = {}

--- A market at an HHI of 1,800 points that the target is not in yet, and another.
---@return table facts
function entrant.facts()
  return {
    entities = {
      { id = "buyer" }, { id = "target" }, { id = "top" }, { id = "r2" }, { id = "r3" }, { id = "r4" }, { id = "r5" },
      { id = "r6" },
    },
    markets = {
      { id = "m", product = "widgets", geography = "US", table = "complete" },
      { id = "n", product = "gadgets", geography = "US" },
    },
    shares = {
      { id = "buyer-share", market = "m", entity = "buyer", percent = 20, from = "2024-06-30" },
      { id = "top-share", market = "m", entity = "top", percent = 30, from = "2024-06-30" },
      { market = "m", entity = "r2", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r3", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r6", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r4", percent = 10, from = "2024-06-30" },
      { id = "r5-share", market = "m", entity = "r5", percent = 10, from = "2024-06-30" },
    },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
    observations = { { id = "seen", about = { "target", "m" }, says = "entry", strength = "moderate" } },
  }
end

--- Who would come in, what shows it, and which deals count.
---@param top number percent, of the largest firm, at which the rule flags
---@param last number percent, of the last
---@return table[] tests
function entrant.deals(top, last)
  local function at(set)
    set["top-share.percent"], set["r5-share.percent"] = top, last
    return set
  end
  return {
    { "a nascent threat counts as well", set = at { ["seen.says"] = "nascent-threat" }, expect = "flagged" },
    { "entry by hearsay is clear", set = at { ["seen.strength"] = "weak" }, expect = "clear" },
    { "entry of unknown strength cannot tell",
      set = at { ["seen.strength"] = null }, expect = "cannot-tell", needs = { "seen.strength" } },
    { "entry into another market is clear", set = at { ["seen.about"] = { "target", "n" } }, expect = "clear" },
    { "entry of another firm is clear", set = at { ["seen.about"] = { "r5", "m" } }, expect = "clear" },
    { "the buyer may be the one that would come in",
      set = at { ["deal.acquirer"] = "target", ["deal.target"] = "buyer" }, expect = "flagged" },
    { "a team that is hired away counts", set = at { ["deal.type"] = "acqui-hire" }, expect = "flagged" },
    { "a stake is out of scope", set = at { ["deal.type"] = "partial" }, expect = "out-of-scope" },
    { "shares that leave the HHI open cannot tell",
      set = { ["m.table"] = "partial", ["buyer-share.percent"] = { min = 20, max = 22 }, ["r5-share.percent"] = null },
      expect = "cannot-tell" },
    { "a market of purchases is one in which nobody sells", set = at { ["m.measure"] = "purchases" }, expect = "out-of-scope" },
    { "so is one without a measure in which the firm on file buys", set = at { ["buyer-share.measure"] = "purchases" },
      expect = "out-of-scope" },
    { "where nobody knows what its shares are of, it is open", set = at { ["m.measure"] = null },
      expect = "cannot-tell", needs = { "m.measure" } },
    { "a failing target rebuts",
      set = at {}, add = { observations = { { about = "target", says = "failing-firm", strength = "strong" } } },
      expect = "rebutted" },
    { "a deal closed under the older text is out of scope",
      set = at { ["deal.from"] = "2023-06-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-12-17" },
      expect = "out-of-scope" },
    { "firms that are on no market give nobody to ask about",
      facts = {
        entities = { { id = "buyer" }, { id = "target" } },
        transactions = {
          { acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01", status = "announced" },
        },
      },
      expect = "not-applicable" },
  }
end

--- The tests of a rule, with these behind its own.
---@param own table what the test file is to return
---@param top number percent, as for `deals`
---@param last number percent
---@return table own
function entrant.with(own, top, last) return joined(own, { entrant.deals(top, last) }) end

return entrant
