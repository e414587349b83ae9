local money = require "money_test"

local function eur(id, entity, metric, geography, amount)
  return money.figure(id, entity, metric, geography or nil, amount, "2023-12-31")
end
local amounts = money.amounts

--- P controls the buyer with others, or forms the target with it; what P has on Réunion, and in shops there.
local function p_has(reunion, shops)
  local financials = { eur("p-world", "p", "revenue", nil, 1e6) }
  if reunion then table.insert(financials, eur("p-re", "p", "revenue", "RE", reunion)) end
  if shops then table.insert(financials, eur("p-shops", "p", "x-retail-revenue", "RE", shops)) end
  return { entities = { { id = "p", activities = { "retailer" } } }, financials = financials }
end
local function parent(reunion, shops)
  local made = p_has(reunion, shops)
  made.holdings = { { holder = "p", entity = "buyer", stake = 50, votes = 50, control = "joint", from = "2015-01-01" } }
  return made
end
local function partner(reunion, shops)
  local made = p_has(reunion, shops)
  made.transactions = {
    { id = "other", acquirer = "p", target = "target", type = "joint-venture", status = "announced", from = "2024-05-01" },
  }
  return made
end
--- P does both.
local function parent_and_partner(reunion)
  local made = partner(reunion)
  made.holdings = parent().holdings
  return made
end
local VENTURE, BUYER = { ["deal.type"] = "joint-venture" }, { buyer = "buyer" }

return {
  rule = "fr/turnover-overseas",
  facts = {
    as_of = "2024-06-01",
    entities = { { id = "buyer", activities = { "retailer" } }, { id = "target", activities = { "retailer" } } },
    transactions = { { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced",
      from = "2024-05-01" } },
    financials = {
      eur("b-world", "buyer", "revenue", nil, 60e6), eur("t-world", "target", "revenue", nil, 30e6),
      eur("b-re", "buyer", "revenue", "RE", 16e6), eur("t-re", "target", "revenue", "RE", 16e6),
    },
  },

  { "16 million each on Réunion is flagged", expect = "flagged", open = 0 },
  { "15 million is not above", set = amounts { "t-re", 15e6 }, expect = "clear" },
  { "just above is", set = amounts { "t-re", 15000001 }, expect = "flagged" },
  { "75 million together is not above", set = amounts { "b-world", 45e6 }, expect = "clear" },
  { "6 million each in shops is flagged",
    set = amounts { "t-re", 6e6, "b-re", 6e6 },
    add = { financials = { eur("b-shops", "buyer", "x-retail-revenue", "RE", 6e6),
      eur("t-shops", "target", "x-retail-revenue", "RE", 6e6) } },
    expect = "flagged" },
  { "5 million each in shops is not above",
    set = amounts { "t-re", 6e6, "b-re", 6e6 },
    add = { financials = { eur("b-shops", "buyer", "x-retail-revenue", "RE", 5e6),
      eur("t-shops", "target", "x-retail-revenue", "RE", 5e6) } },
    expect = "clear" },
  { "what who controls the buyer with others has there is the buyer's too",
    set = amounts { "b-re", 10e6 }, add = parent(5000001), expect = "flagged" },
  { "15 million together are not above", set = amounts { "b-re", 10e6 }, add = parent(5e6), expect = "clear" },
  { "where it is not on file that is open", set = amounts { "b-re", 10e6 }, add = parent(nil), expect = "cannot-tell" },
  { "it brings a buyer that has nothing there into scope", without = { "b-re" }, add = parent(16e6), expect = "flagged" },
  { "so it does in shops", set = amounts { "t-re", 6e6, "b-re", 6e6 },
    add = {
      entities = parent().entities, holdings = parent().holdings,
      financials = {
        eur("b-shops", "buyer", "x-retail-revenue", "RE", 4e6), eur("t-shops", "target", "x-retail-revenue", "RE", 6e6),
        eur("p-shops", "p", "x-retail-revenue", "RE", 2e6),
      },
    },
    expect = "flagged" },
  { "of a joint venture the other parent counts, though the venture has nothing there",
    without = { "t-re" }, set = VENTURE, add = partner(16e6), subject = BUYER, expect = "flagged" },
  { "15 million of the other parent are not above", set = amounts({ "t-re", 0 }, { ["deal.type"] = "joint-venture" }),
    add = partner(15e6), subject = BUYER, expect = "clear" },
  { "who controls the buyer and forms the venture with it stands on one side alone",
    set = amounts({ "b-re", 0, "t-re", 0 }, { ["deal.type"] = "joint-venture" }), add = parent_and_partner(16e6), subject = BUYER,
    expect = "clear" },
  { "a venture of which nobody but the buyer has anything there is out of scope",
    without = { "t-re" }, set = VENTURE, add = partner(nil), subject = BUYER, expect = "out-of-scope" },
  { "different islands are clear",
    set = { ["t-re.geography"] = "GP" },
    add = { financials = { eur("b-gp", "buyer", "revenue", "GP", 0) } }, expect = "clear" },
  { "unknown turnover cannot tell", set = { ["t-re.amount"] = null }, expect = "cannot-tell", needs = { "t-re.amount" } },
  { "where nobody has any turnover overseas on file it is out of scope", without = { "t-re", "b-re" }, expect = "out-of-scope" },
  { "where of none it is known in which place, that is open",
    set = { ["t-re.geography"] = null, ["b-re.geography"] = null }, expect = "cannot-tell", needs = { "t-re.geography" } },
  { "nothing overseas on file is out of scope", without = { "t-re" }, expect = "out-of-scope" },
  { "a deal with a Union dimension goes to the Commission",
    set = amounts { "b-world", 6e9, "t-world", 1e9 },
    add = {
      financials = {
        eur("b-eu", "buyer", "revenue", "EU", 1e9), eur("t-eu", "target", "revenue", "EU", 1e9),
        eur("b-it", "buyer", "revenue", "IT", 4e8), eur("b-es", "buyer", "revenue", "ES", 4e8),
      },
    },
    expect = "rebutted" },
  { "a stake without control is out of scope",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2024-05-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "where the status of the deal is unknown, the day on which it was agreed still says whose accounts count",
    set = { ["deal.status"] = null }, expect = "flagged" },
  { "where only the month of the agreement is known, it is open whose accounts count, here and for the Union",
    set = { ["deal.from"] = "2024-05" }, expect = "cannot-tell" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the geography of b-re is unknown, it is open whether the buyer has turnover in an overseas territory",
    set = { ["b-re.geography"] = null }, expect = "cannot-tell", needs = { "b-re.geography" } },
  { "where the geography of t-re is unknown, it is open whether the target has turnover in an overseas territory",
    set = { ["t-re.geography"] = null }, expect = "cannot-tell", needs = { "t-re.geography" } },
  { "without b-re, it is not so that the buyer has turnover in an overseas territory",
    without = { "b-re" }, expect = "out-of-scope" },
}
