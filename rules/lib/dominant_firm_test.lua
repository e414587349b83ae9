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

--- What the giant buys of all that is bought in the market, and what it bought three years before.
---@param percent number
---@param before number|nil
---@return table facts
function dominant.buys(percent, before)
  local shares = { { id = "bought", market = "m", entity = "giant", percent = percent, measure = "purchases", from = "2024-09-30" } }
  if before then
    table.insert(shares, { market = "m", entity = "giant", percent = before, measure = "purchases", from = "2021-09-30" })
  end
  return { shares = shares }
end

--- A buyer's share counts as a supplier's does, and is called one.
---@param line number percent, from which on the rule flags
---@param large number percent, of the share in the facts
---@return table[] tests
function dominant.buyers(line, large)
  return {
    { "who buys as much as the line of what is bought is flagged, though it sells little",
      set = { ["share.percent"] = 10 }, add = dominant.buys(line), expect = "flagged", open = 3,
      figures = { share = 10, purchases = line } },
    { "who buys just less than the line and sells little is clear",
      set = { ["share.percent"] = 10 }, add = dominant.buys(line - 0.1), expect = "clear" },
    { "who buys and sells nothing is flagged too", without = { "share" }, add = dominant.buys(line), expect = "flagged" },
    { "so it is in a market whose shares are of purchases, as a buyer", set = { ["m.measure"] = "purchases" }, expect = "flagged",
      figures = { purchases = large } },
    { "and in one that names no measure", unset = { "m.measure" }, without = { "share" }, add = dominant.buys(line), expect = "flagged",
      figures = { purchases = line } },
    { "a share of purchases that nobody knows cannot tell", set = { ["share.percent"] = 10, ["bought.percent"] = null },
      add = dominant.buys(line), expect = "cannot-tell", needs = { "bought.percent" } },
    { "a buyer's share that was small three years before rebuts", without = { "share" }, add = dominant.buys(line, 20),
      expect = "rebutted" },
    { "one that was as large does not, whatever the firm sold then",
      set = { ["share.percent"] = 10 },
      add = {
        shares = { dominant.buys(line, line).shares[1], dominant.buys(line, line).shares[2], dominant.three_years_before(10).shares[1] },
      },
      expect = "flagged", open = 2 },
  }
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

--- A deal of others, beside what a test adds.
local function others(add)
  add.entities = add.entities or {}
  for _, id in ipairs { "fund", "shop" } do table.insert(add.entities, { id = id }) end
  table.insert(add.entities, { id = "watch", form = "agency" })
  add.transactions = {
    { acquirer = "fund", target = add.of or "shop", type = "acquisition", status = "announced", from = "2024-06-01" },
  }
  add.of = nil
  return add
end

--- The firm had a unit that somebody else holds since.
local function unit_held(how)
  how.holder, how.entity, how.from = "lab", "unit", "2024-03-01"
  return {
    entities = { { id = "unit" }, { id = "arm" }, { id = "fund" } },
    holdings = {
      { holder = "fund", entity = "giant", stake = 4 }, how, { holder = "lab", entity = "arm", stake = 100, votes = 100, control = "sole" },
      { holder = "giant", entity = "unit", stake = 100, votes = 100, control = "sole", from = "2019-01-01", to = "2024-02-29" },
    },
  }
end

--- Who has taken control of a unit, with no transaction on file, may have a part of the share of the firm that had it.
---@return table[] tests
function dominant.units()
  return {
    { "who controls a unit of the firm since may have its share", add = unit_held { stake = 100, votes = 100, control = "sole" },
      set = { ["share.from"] = "2023-12-31" }, subject = { firm = "lab", market = "m" }, expect = "cannot-tell" },
    { "who has most of its votes too", add = unit_held { stake = 60, votes = 60 },
      set = { ["share.from"] = "2023-12-31" }, subject = { firm = "lab", market = "m" }, expect = "cannot-tell" },
  }
end

--- The firm matters where it is a party to something on file.
---@return table[] tests
function dominant.parties()
  return {
    { "a firm that is bound is a party too",
      set = { ["bond.holder"] = "lab", ["bond.grantor"] = "giant" }, expect = "flagged" },
    { "in a case without any deal the firms themselves are asked about", without = { "bond" }, expect = "flagged" },
    { "where others alone have a deal, it is out of scope", without = { "bond" }, add = others {}, expect = "out-of-scope" },
    { "a firm that is bought is a party too", without = { "bond" }, add = others { of = "giant" }, expect = "flagged" },
    { "so is one into which others have put money", without = { "bond" }, add = others {
      investments = { { investor = "fund", target = "giant", status = "paid", from = "2024-01-01" } } }, expect = "flagged" },
    { "so is one that has a part of another", without = { "bond" }, add = others {
      holdings = { { holder = "giant", entity = "lab", stake = 10, control = "none" } } }, expect = "flagged" },
    { "what it has of its own firms makes it none", without = { "bond" }, add = others {
      entities = { { id = "arm" } }, holdings = { { holder = "giant", entity = "arm", control = "sole" } } }, expect = "out-of-scope" },
    { "one against which an authority proceeds is in scope", without = { "bond" }, add = others {
      proceedings = { { authority = "watch", type = "inquiry", against = "giant", from = "2024-01-01" } } }, expect = "flagged" },
    { "where it is not known whether bond has ended, it is open whether the firm is a party to a deal or an agreement on file",
      set = { ["bond.to"] = null }, add = others {}, expect = "cannot-tell", needs = { "bond.to" } },
  }
end

--- A market of which too little is stated.
---@return table[] tests
function dominant.markets()
  return {
    { "a market of no stated place may be one of the place: its geography is asked for", unset = { "m.geography" },
      expect = "cannot-tell", needs = { "m.geography" } },
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
---@param line number percent, from which on the rule flags
---@return table own
function dominant.with(own, line)
  local large = own.facts.shares[1].percent
  return joined(own, {
    dominant.shares(), dominant.parties(), dominant.units(), dominant.markets(), dominant.rebuttals(), dominant.buyers(line, large),
  })
end

return dominant
