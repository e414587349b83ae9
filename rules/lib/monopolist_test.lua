--- For tests alone: a firm of a large share that binds buyers or buys upstarts, and the tests that every rule on monopolies passes
--- in the same words. The lines of the share stand in the test of each rule.
local joined = require "joined_test"

local monopolist = {}

--- The firm, a buyer that is bound to it, and an upstart.
---@param percent number share of the firm
---@return table facts
function monopolist.facts(percent)
  return {
    entities = { { id = "firm" }, { id = "buyer" }, { id = "upstart" } },
    markets = {
      { id = "m", product = "widgets", geography = "US" },
      { id = "n", product = "gadgets", geography = "US" },
    },
    shares = { { id = "firm-share", market = "m", entity = "firm", percent = percent, from = "2024-06-30" } },
    agreements = { { id = "tie", type = "exclusivity", holder = "firm", grantor = "buyer", market = "m" } },
  }
end

--- Whether the share is known, and on file at all.
---@return table[] tests
function monopolist.shares()
  return {
    { "a share that straddles the line cannot tell",
      set = { ["firm-share.percent"] = { min = 45, max = 75 } }, expect = "cannot-tell", needs = { "firm-share.percent" } },
    { "an unknown share cannot tell",
      set = { ["firm-share.percent"] = null }, expect = "cannot-tell", needs = { "firm-share.percent" } },
    { "a firm that is not on the market gives nobody to ask about",
      without = { "firm-share" }, expect = "not-applicable" },
    { "where it is not known whether firm-share has ended, it is open whether the firm is on file as a supplier of the market",
      set = { ["firm-share.to"] = null }, expect = "cannot-tell", needs = { "firm-share.to" } },
  }
end

--- Shares of what is sold count: who buys most of a market supplies none of it.
---@return table[] tests
function monopolist.sold()
  return {
    { "a large part of what is bought is no share of a supplier", set = { ["m.measure"] = "purchases" }, expect = "out-of-scope" },
    { "nor is it where the market states no measure and its row does", set = { ["firm-share.measure"] = "purchases" },
      expect = "out-of-scope" },
    { "where the measure of m is unknown, it is open whether the shares of the market are shares of what is sold",
      set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  }
end

--- What the firm does that others cannot answer: it binds buyers, or takes over those that might grow.
---@return table[] tests
function monopolist.conduct()
  return {
    { "a large share alone gives nobody to ask about", without = { "tie" }, expect = "not-applicable" },
    { "contracts in another market are clear", set = { ["tie.market"] = "n" }, expect = "clear" },
    { "what a firm of its own group buys shuts nobody out",
      add = {
        entities = { { id = "other" } },
        holdings = { { holder = "firm", entity = "buyer", stake = 100, votes = 100 } },
        agreements = { { type = "exclusivity", holder = "firm", grantor = "other", market = "n" } },
      },
      expect = "clear" },
    { "a contract that binds a firm of its own group and an outsider binds the outsider",
      set = { ["tie.grantor"] = { "buyer", "other" } },
      add = {
        entities = { { id = "other" } }, holdings = { { holder = "firm", entity = "buyer", stake = 100, votes = 100 } },
      },
      expect = "flagged" },
    { "one that binds two firms of its own group shuts nobody out",
      set = { ["tie.grantor"] = { "buyer", "other" } },
      add = {
        entities   = { { id = "other" } },
        holdings   = {
          { holder = "firm", entity = "buyer", stake = 100, votes = 100 },
          { holder = "firm", entity = "other", stake = 100, votes = 100 },
        },
        agreements = { { type = "exclusivity", holder = "firm", grantor = "upstart", market = "n" } },
      },
      expect = "clear" },
    { "where it is not known when the outsider's contract ended, it is open whether it still binds",
      set = { ["tie.grantor"] = { "buyer", "other" }, ["tie.to"] = null },
      add = {
        entities = { { id = "other" } }, holdings = { { holder = "firm", entity = "buyer", stake = 100, votes = 100 } },
      },
      expect = "cannot-tell", needs = { "tie.to" } },
    { "contracts of an unknown market cannot tell",
      unset = { "tie.market" }, expect = "cannot-tell", needs = { "tie.market" } },
    { "a preferred supplier gives nobody to ask about",
      set = { ["tie.degree"] = "preferred" }, expect = "not-applicable" },
    { "a nascent threat that is taken over will do",
      without = { "tie" },
      add = {
        transactions = {
          { acquirer = "firm", target = "upstart", type = "acquisition", from = "2024-06-01", status = "announced" },
        },
        observations = { { about = "upstart", says = "nascent-threat", strength = "moderate" } },
      },
      expect = "flagged" },
    { "one by hearsay will not",
      without = { "tie" },
      add = {
        transactions = {
          { acquirer = "firm", target = "upstart", type = "acquisition", from = "2024-06-01", status = "announced" },
        },
        observations = { { about = "upstart", says = "nascent-threat", strength = "weak" } },
      },
      expect = "clear" },
    { "another firm that is taken over is clear",
      without = { "tie" },
      add = {
        transactions = {
          { acquirer = "firm", target = "buyer", type = "acquisition", from = "2024-06-01", status = "announced" },
        },
        observations = { { about = "upstart", says = "nascent-threat", strength = "moderate" } },
      },
      expect = "clear" },
  }
end

--- What rebuts a monopoly or its abuse, and what does not.
---@return table[] tests
function monopolist.rebuttals()
  return {
    { "entry rebuts",
      add = { observations = { { about = "m", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
    { "a reason that benefits customers rebuts",
      add = { observations = { { about = "firm", says = "efficiency", strength = "strong" } } }, expect = "rebutted" },
    { "a reason that is only claimed rebuts nothing",
      add = { observations = { { about = "firm", says = "efficiency", strength = "weak" } } }, expect = "flagged",
      open = 2 },
    { "where every observation is on file it is final",
      complete = { { kind = "observation" } }, expect = "flagged", open = 0 },
  }
end

--- The tests of a rule, with all of these behind its own.
---@param own table what the test file is to return
---@return table own
function monopolist.with(own)
  return joined(own, { monopolist.shares(), monopolist.sold(), monopolist.conduct(), monopolist.rebuttals() })
end

return monopolist
