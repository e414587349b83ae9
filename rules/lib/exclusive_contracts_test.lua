--- For tests alone: a seller to whom two of its customers are bound, and the tests that every rule on exclusive dealing passes in
--- the same words. The lines, and what kind of goods count, stand in the test of each rule.
local joined = require "joined_test"

local contracts = {}

--- The seller and its customers, whose purchases are half of the market.
---@param percent number share of the seller
---@param nature string what is sold: goods, services or rights
---@return table facts
function contracts.facts(percent, nature)
  return {
    entities = { { id = "seller" }, { id = "clinic" }, { id = "hospital" }, { id = "free" } },
    markets = {
      { id = "m", product = "widgets", nature = nature, geography = "US", measure = "revenue" },
      { id = "n", product = "gadgets", geography = "US", measure = "revenue" },
    },
    shares = {
      { id = "seller-share", market = "m", entity = "seller", measure = "revenue", percent = percent, from = "2024-06-30" },
      {
        id = "clinic-share", market = "m", entity = "clinic", measure = "purchases", percent = 30, from = "2024-06-30",
      },
      {
        id = "hospital-share", market = "m", entity = "hospital", measure = "purchases", percent = 20,
        from = "2024-06-30",
      },
    },
    agreements = {
      {
        id = "one", type = "exclusivity", holder = "seller", grantor = "clinic", market = "m", from = "2023-01-01",
        to = "2025-12-31", notice = 730,
      },
      {
        id = "two", type = "exclusivity", holder = "seller", grantor = "hospital", market = "m", from = "2023-01-01",
        to = "2025-12-31", notice = 730,
      },
    },
  }
end

--- How long the contracts run, and that what they close must be on file.
---@return table[] tests
function contracts.terms()
  return {
    { "purchases that are not on file cannot tell",
      set = { ["clinic-share.percent"] = null, ["hospital-share.percent"] = null }, expect = "cannot-tell" },
    { "contracts of a year are clear",
      set = {
        ["one.from"] = "2024-07-01", ["one.to"] = "2025-06-30", ["two.from"] = "2024-07-01", ["two.to"] = "2025-06-30",
      },
      expect = "clear", figures = { duration = 12 } },
    { "contracts that have run for less than a year and have no known end cannot tell",
      set = { ["one.from"] = "2024-07-01", ["two.from"] = "2024-07-01" }, unset = { "one.to", "two.to" },
      expect = "cannot-tell", needs = { "one.to" } },
    { "a contract that has run for more than a year is long, whenever it ends",
      unset = { "one.to" }, set = { ["clinic-share.percent"] = 45, ["two.from"] = "2024-07-01", ["two.to"] = "2025-06-30" },
      expect = "flagged" },
    { "a month more is flagged",
      set = {
        ["one.from"] = "2024-07-01", ["one.to"] = "2025-07-31", ["two.from"] = "2024-07-01", ["two.to"] = "2025-06-30",
        ["clinic-share.percent"] = 45,
      },
      expect = "flagged", figures = { bound_share = 45 } },
    { "a small customer's long contract makes a large one's short contract no longer",
      set = {
        ["clinic-share.percent"] = 1, ["hospital-share.percent"] = 45,
        ["two.from"] = "2025-01-01", ["two.to"] = "2025-06-30",
      },
      expect = "clear", figures = { bound_share = 1, duration = 36 } },
    { "a short contract beside a long one with the same customer takes nothing away",
      add = {
        agreements = {
          { type = "exclusivity", holder = "seller", grantor = "clinic", market = "m", from = "2025-01-01", to = "2025-06-30" },
        },
      },
      expect = "flagged", figures = { bound_share = 50 } },
    { "a customer whose contract may be long counts from nothing to its whole share",
      set = { ["clinic-share.percent"] = 20, ["hospital-share.percent"] = 45, ["two.from"] = "2024-07-01" }, unset = { "two.to" },
      expect = "cannot-tell", figures = { bound_share = { min = 20, max = 65 } }, needs = { "two.to" } },
  }
end

--- Which contracts count: those of the seller, in the market, in force.
---@return table[] tests
function contracts.kinds()
  return {
    { "preferred suppliers bind nobody",
      set = { ["one.degree"] = "preferred", ["two.degree"] = "preferred" }, expect = "not-applicable" },
    { "contracts in another market are clear", set = { ["one.market"] = "n", ["two.market"] = "n" }, expect = "clear",
      subject = { seller = "seller", market = "m" } },
    { "that other market, of which no share is on file, cannot be told", set = { ["one.market"] = "n", ["two.market"] = "n" },
      expect = "cannot-tell", subject = { seller = "seller", market = "n" } },
    { "a contract that names its market is asked about without any share", without = { "seller-share", "clinic-share", "hospital-share" },
      expect = "cannot-tell", subject = { seller = "seller", market = "m" } },
    { "a contract within the group that names its market gives nobody to ask about",
      without = { "seller-share", "clinic-share", "hospital-share", "two" },
      add = { holdings = { { holder = "seller", entity = "clinic", stake = 100, votes = 100 } } }, expect = "not-applicable" },
    { "contracts of an unknown market cannot tell",
      unset = { "one.market", "two.market" }, expect = "cannot-tell", needs = { "one.market" } },
    { "a buyer's exclusivity is not the seller's",
      without = { "seller-share" }, set = { ["clinic-share.measure"] = "revenue", ["hospital-share.measure"] = "revenue" },
      expect = "out-of-scope" },
    { "one without a share that binds its buyers in another market is out of scope",
      without = { "seller-share" }, set = { ["one.market"] = "n", ["two.market"] = "n" }, expect = "out-of-scope",
      subject = { seller = "seller", market = "m" } },
    { "what a firm of the seller's own group buys was never open to rivals",
      add = { holdings = { { holder = "seller", entity = "clinic", stake = 100, votes = 100 } } },
      expect = "clear", figures = { bound_share = 20 } },
    { "a contract that binds a firm of the seller's own group and an outsider binds the outsider", without = { "two" },
      set = { ["one.grantor"] = { "clinic", "hospital" }, ["hospital-share.percent"] = 45 },
      add = { holdings = { { holder = "seller", entity = "clinic", stake = 100, votes = 100 } } },
      expect = "flagged", figures = { bound_share = 45 } },
    { "of such a contract the outsider's purchases alone count", without = { "two" },
      set = { ["one.grantor"] = { "clinic", "hospital" }, ["clinic-share.percent"] = 70 },
      add = { holdings = { { holder = "seller", entity = "clinic", stake = 100, votes = 100 } } },
      expect = "clear", figures = { bound_share = 20 } },
    { "where the outsider's purchases are not known, such a contract cannot tell", without = { "two" },
      set = { ["one.grantor"] = { "clinic", "hospital" }, ["hospital-share.percent"] = null },
      add = { holdings = { { holder = "seller", entity = "clinic", stake = 100, votes = 100 } } },
      expect = "cannot-tell", needs = { "hospital-share.percent" } },
    { "a contract that binds a supplier and one who is none binds a buyer, whose purchases are open",
      without = { "seller-share", "hospital-share", "two" },
      set = { ["one.grantor"] = { "clinic", "hospital" }, ["clinic-share.measure"] = "revenue" },
      expect = "cannot-tell", subject = { seller = "seller", market = "m" } },
    { "one that binds a supplier and a firm of the seller's own group binds no buyer",
      without = { "seller-share", "hospital-share", "two" },
      set = { ["one.grantor"] = { "clinic", "hospital" }, ["clinic-share.measure"] = "revenue" },
      add = { holdings = { { holder = "seller", entity = "hospital", stake = 100, votes = 100 } } },
      expect = "out-of-scope", subject = { seller = "seller", market = "m" } },
    { "contracts that have ended give nobody to ask about",
      set = { ["one.to"] = "2024-12-31", ["two.to"] = "2024-12-31" }, expect = "not-applicable" },
    { "where it is not known whether seller-share has ended, it is open whether the seller is on file as a supplier of the market",
      set = { ["seller-share.to"] = null, ["one.market"] = "n", ["two.market"] = "n" }, without = { "clinic-share", "hospital-share" },
      expect = "clear", subject = { seller = "seller", market = "m" } },
  }
end

--- Where contracts that are easy to end rebut.
---@return table[] tests
function contracts.notice()
  return {
    { "contracts that are easy to end rebut", set = { ["one.notice"] = 365, ["two.notice"] = 30 }, expect = "rebutted" },
    { "one that is not leaves the concern",
      set = { ["one.notice"] = 366, ["two.notice"] = 30 }, expect = "flagged", open = 2 },
    { "a contract that is too short to count needs no notice",
      set = {
        ["clinic-share.percent"] = 45, ["one.notice"] = 30, ["two.from"] = "2025-01-01", ["two.to"] = "2025-06-30",
      },
      expect = "rebutted" },
    { "a notice that is not on file stays open", unset = { "one.notice", "two.notice" }, expect = "flagged", open = 3 },
  }
end

--- What rebuts everywhere, and what does not.
---@return table[] tests
function contracts.rebuttals()
  return {
    { "entry in spite of the contracts rebuts",
      add = { observations = { { about = "m", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
    { "a reason that benefits customers rebuts",
      add = { observations = { { about = "seller", says = "efficiency", strength = "strong" } } }, expect = "rebutted" },
    { "a reason that is only claimed rebuts nothing",
      add = { observations = { { about = "seller", says = "efficiency", strength = "weak" } } }, expect = "flagged" },
    { "where every observation is on file it is final", complete = { { kind = "observation" } }, expect = "flagged", open = 0 },
  }
end

--- Whether what is sold is goods, services or rights is on file, or is not.
---@param verdicts table<string, string> nature of what is sold, and verdict
---@return table[] tests
function contracts.natures(verdicts)
  local tests = {
    { "where nothing says what is sold it cannot be told which law applies",
      unset = { "m.nature" }, expect = "cannot-tell", needs = { "m.nature" } },
  }
  for _, nature in ipairs { "goods", "services", "rights" } do
    table.insert(tests, { nature .. " are " .. verdicts[nature], set = { ["m.nature"] = nature }, expect = verdicts[nature] })
  end
  return tests
end

--- The tests of a rule, with all of these behind its own.
---@param own table what the test file is to return
---@param more table[][]? lists of tests that this rule passes besides
---@return table own
function contracts.with(own, more)
  return joined(joined(own, { contracts.terms(), contracts.kinds(), contracts.rebuttals() }), more or {})
end

return contracts
