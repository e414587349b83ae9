--- For tests alone: a dominant firm has bought a small one that no authority looked at, and the tests that every rule on such a
--- purchase passes in the same words. The place of the market stands in the test of each rule.
local joined = require "joined_test"

local unseen = {}

--- The giant, the small firm, their market and the one that it feeds.
---@param geography string of both markets
---@return table facts
function unseen.facts(geography)
  return {
    as_of = "2024-09-01",
    entities = {
      { id = "giant", activities = { "cloud-provider" } }, { id = "small", activities = { "cloud-provider" } },
      { id = "office", form = "agency", jurisdiction = "FR" },
    },
    markets = {
      { id = "m", product = "cloud-infrastructure", geography = geography, input_to = { "next" } },
      { id = "next", product = "generative-ai-models", geography = geography },
    },
    shares = {
      { id = "share", market = "m", entity = "giant", percent = 60, from = "2023-12-31" },
      { id = "small-share", market = "m", entity = "small", percent = 2, from = "2023-12-31" },
    },
    transactions = {
      {
        id = "deal", acquirer = "giant", target = "small", type = "acquisition", status = "closed", from = "2024-03-01",
        closed = "2024-04-01",
      },
    },
  }
end

--- Whose purchase matters, of whom, and when.
---@return table[] tests
function unseen.purchases()
  return {
    { "at half of the market it is", set = { ["share.percent"] = 50 }, expect = "flagged" },
    { "below half it is clear", set = { ["share.percent"] = 49.9 }, expect = "clear" },
    { "an unknown share cannot tell", set = { ["share.percent"] = null }, expect = "cannot-tell", needs = { "share.percent" } },
    { "a firm far from the market is clear", without = { "small-share" }, expect = "clear" },
    { "a firm in the market that it feeds is flagged", set = { ["small-share.market"] = "next" }, expect = "flagged" },
    { "a firm that sells what the market takes in is flagged", unset = { "m.input_to" },
      set = { ["small-share.market"] = "next", ["next.input_to"] = { "m" } }, expect = "flagged" },
    { "one that sells in a market of which nobody knows what it feeds cannot tell", unset = { "m.input_to" },
      set = { ["small-share.market"] = "next", ["next.input_to"] = null }, expect = "cannot-tell", needs = { "next.input_to" } },
    { "a firm that buys there sells nothing there", set = { ["small-share.market"] = "next", ["next.measure"] = "purchases" },
      expect = "clear" },
    { "a buyer with half of what is bought is no supplier of the market", set = { ["m.measure"] = "purchases" }, expect = "out-of-scope" },
    { "nor is it where its own row says that it is of purchases", set = { ["share.measure"] = "purchases" }, expect = "out-of-scope" },
    { "where the measure of its row is unknown, that is open", set = { ["share.measure"] = null }, expect = "cannot-tell",
      needs = { "share.measure" } },
    { "a firm seen as a coming rival is flagged",
      without = { "small-share" },
      add = { observations = { { about = "small", says = "nascent-threat", strength = "weak" } } }, expect = "flagged" },
    { "an authority that looked at it rebuts",
      add = {
        proceedings = { { authority = "office", type = "decision", against = { "giant", "small" }, from = "2024-03-20" } },
      },
      expect = "rebutted" },
    { "an authority that looked at the buyer for something else does not",
      add = { proceedings = { { authority = "office", type = "decision", against = { "giant" }, from = "2024-03-20" } } },
      expect = "flagged", open = 1 },
    { "a stake without control is out of scope",
      set = { ["deal.type"] = "partial" },
      add = { holdings = { { holder = "giant", entity = "small", stake = 20, votes = 20, from = "2024-03-01" } } },
      expect = "out-of-scope" },
    { "a part was bought and no holding is on file: what is held is not nothing, and cannot tell",
      set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
      needs = { "whether there is any holding with entity small, holder giant" } },
    { "a part was bought, and the list of holdings is complete without it",
      set = { ["deal.type"] = "partial" }, complete = { { kind = "holding" } }, expect = "out-of-scope" },
    { "before Towercast is out of scope", as_of = "2023-03-15",
      set = {
        ["deal.from"] = "2023-02-01", ["deal.closed"] = "2023-02-20", ["share.from"] = "2022-12-31", ["small-share.from"] = "2022-12-31",
      },
      expect = "out-of-scope" },
    { "from the day of the judgment it is not", as_of = "2023-03-16",
      set = {
        ["deal.from"] = "2023-02-01", ["deal.closed"] = "2023-02-20", ["share.from"] = "2022-12-31", ["small-share.from"] = "2022-12-31",
      },
      expect = "flagged" },
    { "where the measure of m is unknown, it is open whether the buyer is on file as a supplier of the market",
      set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
    { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
      set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
    { "where every proceeding is on file, it is not so that A competition authority has looked at the deal of the buyer",
      complete = { { kind = "proceeding" } }, expect = "flagged" },
    { "where giant holds a part of small (votes 60), it is not so that the buyer is on file as a supplier of the market",
      set = { ["small-share.market"] = "next" },
      add = { holdings = { { holder = "giant", entity = "small", votes = 60 } } },
      expect = "flagged" },
  }
end

--- The tests of a rule, with these behind its own.
---@param own table what the test file is to return
---@return table own
function unseen.with(own) return joined(own, { unseen.purchases() }) end

return unseen
