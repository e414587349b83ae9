--- For tests alone: a giant of the cloud to which a lab is bound, and the tests that every rule on a dominant position passes in
--- the same words. The lines, and the place of the market, stand in the test of each rule.
local joined = require "joined_test"

local dominant = {}

--- The giant, its market and the lab.
---@param geography string of the market
---@param percent number share of the giant
---@return table facts
function dominant.facts(geography, percent)
  return {
    entities = { { id = "giant", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } } },
    markets = { { id = "m", product = "cloud-infrastructure", geography = geography, measure = "revenue" } },
    shares = { { id = "share", market = "m", entity = "giant", percent = percent, from = "2024-09-30" } },
    agreements = { { id = "bond", type = "exclusivity", holder = "giant", grantor = "lab", scope = "hosting" } },
  }
end

--- A share of the giant three years before.
---@param percent number
---@return table facts
function dominant.three_years_before(percent)
  return { shares = { { market = "m", entity = "giant", percent = percent, from = "2021-09-30" } } }
end

--- Whose share counts, and in which measure.
---@return table[] tests
function dominant.shares()
  return {
    { "an unknown share cannot tell",
      set = { ["share.percent"] = null }, expect = "cannot-tell", needs = { "share.percent" } },
    { "a share in another measure alone is out of scope", set = { ["share.measure"] = "users" }, expect = "out-of-scope" },
    { "a subsidiary's share counts",
      set = { ["share.entity"] = "arm" },
      add = {
        entities = { { id = "arm", activities = { "cloud-provider" } } },
        holdings = { { holder = "giant", entity = "arm", control = "sole" } },
      },
      expect = "flagged" },
  }
end

--- The firm matters where it is a party to something on file.
---@return table[] tests
function dominant.parties()
  return {
    { "a firm that is bound is a party too",
      set = { ["bond.holder"] = "lab", ["bond.grantor"] = "giant" }, expect = "flagged" },
    { "a firm without any deal or agreement is out of scope", without = { "bond" }, expect = "out-of-scope" },
    { "where it is not known whether bond has ended, it is open whether the firm is a party to a deal or an agreement on file",
      set = { ["bond.to"] = null }, expect = "cannot-tell", needs = { "bond.to" } },
  }
end

--- A market of which too little is stated.
---@return table[] tests
function dominant.markets()
  return {
    { "a market of no stated place is out of scope", unset = { "m.geography" }, expect = "out-of-scope" },
    { "where the measure of m is unknown, it is open whether the firm is on file as a supplier of the market",
      set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  }
end

--- What rebuts a dominant position, besides the share of earlier years, and what does not.
---@return table[] tests
function dominant.rebuttals()
  return {
    { "entry that is documented rebuts",
      add = { observations = { { about = "m", says = "entry", strength = "strong" } } }, expect = "rebutted" },
    { "entry that is only claimed does not",
      add = { observations = { { about = "m", says = "entry", strength = "weak" } } }, expect = "flagged" },
    { "where every observation is on file, it is not so that rivals can and will enter the market in time and in size",
      complete = { { kind = "observation" } }, expect = "flagged" },
    { "where a substitute is observed of m, customers of the market can turn to something else",
      add = { observations = { { about = "m", says = "substitute", strength = "strong" } } }, expect = "rebutted" },
  }
end

--- The tests of a rule, with all of these behind its own.
---@param own table what the test file is to return
---@return table own
function dominant.with(own)
  return joined(own, { dominant.shares(), dominant.parties(), dominant.markets(), dominant.rebuttals() })
end

return dominant
