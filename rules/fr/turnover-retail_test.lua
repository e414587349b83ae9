local money = require "money_test"

local function eur(id, entity, metric, geography, amount)
  return money.figure(id, entity, metric, geography or nil, amount, "2025-12-31")
end
local amounts = money.amounts

return {
  rule = "fr/turnover-retail",
  facts = {
    as_of = "2026-08-31",
    entities = { { id = "buyer", activities = { "retailer" } }, { id = "target", activities = { "retailer" } } },
    transactions = { { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced",
      from = "2026-06-01" } },
    financials = {
      eur("b-world", "buyer", "revenue", nil, 60e6), eur("t-world", "target", "revenue", nil, 30e6),
      eur("b-shops", "buyer", "x-retail-revenue", "FR", 16e6), eur("t-shops", "target", "x-retail-revenue", "FR", 16e6),
    },
  },

  { "90 million together and 16 each in shops is flagged", expect = "flagged", open = 0 },
  { "75 million together is not above", set = amounts { "b-world", 45e6 }, expect = "clear" },
  { "just above is", set = amounts { "b-world", 45000001 }, expect = "flagged" },
  { "15 million in shops is not above", set = amounts { "t-shops", 15e6 }, expect = "clear" },
  { "from 1 September 2026 it is clear", as_of = "2026-09-01", expect = "clear" },
  { "the new figures, just above, are flagged",
    as_of = "2026-09-01", set = amounts { "b-world", 70000001, "b-shops", 20000001, "t-shops", 20000001 }, expect = "flagged" },
  { "100 million together is not above",
    as_of = "2026-09-01", set = amounts { "b-world", 70e6, "b-shops", 20000001, "t-shops", 20000001 }, expect = "clear" },
  { "20 million in shops is not above",
    as_of = "2026-09-01", set = amounts { "b-world", 80e6, "b-shops", 20e6, "t-shops", 20000001 }, expect = "clear" },
  { "unknown turnover of shops cannot tell", set = { ["t-shops.amount"] = null }, expect = "cannot-tell", needs = { "t-shops.amount" } },
  { "a target that is no retailer is out of scope", set = { ["target.activities"] = { "software" } }, expect = "out-of-scope" },
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
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2026-06-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "where the status of the deal is unknown, the day on which it was agreed still says whose accounts count",
    set = { ["deal.status"] = null }, expect = "flagged" },
  { "where only the month of the agreement is known, it is open whose accounts count, here and for the Union",
    set = { ["deal.from"] = "2026-05" }, expect = "cannot-tell" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where it is not known what buyer does, it is open whether the buyer sells to consumers",
    set = { ["buyer.activities"] = null }, expect = "cannot-tell", needs = { "buyer.activities" } },
  { "where it is not known what target does, it is open whether the target sells to consumers",
    set = { ["target.activities"] = null }, expect = "cannot-tell", needs = { "target.activities" } },
  { "where buyer does nothing of the kind, it is not so that the buyer sells to consumers",
    set = { ["buyer.activities"] = {} }, expect = "out-of-scope" },
}
