local german_deal = require "german_deal_test"
local money       = require "money_test"

local eur, amounts = german_deal.turnover_of "2019-12-31", money.amounts

--- The buyer forms the target with a partner, a deal of each; what the partner has in Germany, and what it is called.
local function partner(home, world)
  local financials = { eur("p-world", "p", nil, world or 30e6) }
  if home then table.insert(financials, eur("p-de", "p", "DE", home)) end
  return {
    entities = { { id = "p", activities = { "software" } } },
    transactions = { { id = "other", acquirer = "p", target = "lab", type = "joint-venture", status = "closed", from = "2024-03-01",
      closed = "2024-03-19", value = { value = 1, currency = "EUR" } } },
    financials = financials,
  }
end
local VENTURE, BUYER = { ["deal.type"] = "joint-venture" }, { buyer = "giant" }

return {
  rule = "de/transaction-value",
  facts = {
    as_of = "2024-06-01",
    entities = { { id = "giant", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    transactions = {
      {
        id = "deal", acquirer = "giant", target = "lab", type = "acquisition", status = "closed", from = "2024-03-01",
          closed = "2024-03-19",
        value = { value = 400000001, currency = "EUR" },
      },
    },
    financials = {
      eur("g-world", "giant", nil, 490e6), eur("l-world", "lab", nil, 11e6), eur("g-de", "giant", "DE", 51e6),
        eur("l-de", "lab", "DE", 2e6),
      { id = "users", entity = "lab", metric = "users", geography = "DE", amount = 20000, from = "2023-12-31" },
    },
  },

  { "above 400 million, with activity at home, is flagged", expect = "flagged", figures = { value = 400000001 } },
  { "400 million is not above", set = { ["deal.value"] = { value = 400e6, currency = "EUR" } }, expect = "clear" },
  { "the shape of Microsoft and Inflection is clear: too little activity at home",
    set = amounts { "l-de", 1e5 }, without = { "users" }, expect = "clear" },
  { "users alone are activity", without = { "l-de" }, expect = "cannot-tell" },
  { "users and a small turnover are", set = amounts { "l-de", 0 }, expect = "flagged" },
  { "10,000 users are enough", set = { ["users.amount"] = 10000, ["l-de.amount"] = { value = 0, currency = "EUR" } },
    expect = "flagged" },
  { "9,999 are not", set = { ["users.amount"] = 9999, ["l-de.amount"] = { value = 0, currency = "EUR" } }, expect = "clear" },
  { "nothing at home on file is out of scope", without = { "l-de", "users" }, expect = "out-of-scope" },
  { "500 million together is not above", set = amounts { "g-world", 489e6 }, expect = "clear" },
  { "a buyer of 50 million at home is not above", set = amounts { "g-de", 50e6 }, expect = "clear" },
  { "those who control the buyer jointly bring it above", set = amounts { "g-de", 50e6 },
    add = german_deal.joint_parent("giant", "2019-12-31", 1e6, 1e6),
    expect = "flagged" },
  { "a target of 17.5 million at home is still within", set = amounts { "l-world", 20e6, "l-de", 17.5e6 }, expect = "flagged" },
  { "a target above 17.5 million is left to the first test", set = amounts { "l-world", 20e6, "l-de", 17500001 }, expect = "clear" },
  { "of a joint venture another parent of 17.5 million at home is still within",
    set = VENTURE, add = partner(17.5e6), subject = BUYER, expect = "flagged" },
  { "another parent above 17.5 million leaves the deal to the first test",
    set = VENTURE, add = partner(17500001), subject = BUYER, expect = "clear" },
  { "another parent of which nothing at home is on file leaves it open",
    set = VENTURE, add = partner(nil), subject = BUYER, expect = "cannot-tell" },
  { "in 2020 the line of all others was 5 million",
    as_of = "2021-01-18", subject = BUYER, set = { ["deal.type"] = "joint-venture", ["deal.from"] = "2020-12-01",
      ["deal.closed"] = "2021-01-18", ["users.from"] = "2019-12-31", ["other.from"] = "2020-12-01", ["other.closed"] = "2021-01-18" },
    add = partner(5000001), expect = "clear" },
  { "an unknown price cannot tell", set = { ["deal.value"] = null }, expect = "cannot-tell", needs = { "deal.value" } },
  { "in 2020 the domestic figure was 25 million",
    as_of = "2021-01-18", set = { ["deal.from"] = "2020-12-01", ["deal.closed"] = "2021-01-18", ["users.from"] = "2019-12-31",
      ["g-de.amount"] = { value = 26e6, currency = "EUR" } },
    expect = "flagged" },
  { "and 50 million from 19 January 2021",
    as_of = "2021-01-19", set = { ["deal.from"] = "2020-12-01", ["deal.closed"] = "2021-01-19", ["users.from"] = "2019-12-31",
      ["g-de.amount"] = { value = 26e6, currency = "EUR" } },
    expect = "clear" },
  { "before 9 June 2017 there was no such test",
    as_of = "2017-06-08",
    set = {
      ["deal.from"] = "2017-05-01", ["deal.closed"] = "2017-06-08", ["users.from"] = "2016-12-31", ["g-world.from"] = "2016-12-31",
      ["l-world.from"] = "2016-12-31", ["g-de.from"] = "2016-12-31", ["l-de.from"] = "2016-12-31",
    },
    expect = "out-of-scope" },
  { "on that day there was",
    as_of = "2017-06-09",
    set = {
      ["deal.from"] = "2017-05-01", ["deal.closed"] = "2017-06-09", ["users.from"] = "2016-12-31", ["g-world.from"] = "2016-12-31",
      ["l-world.from"] = "2016-12-31", ["g-de.from"] = "2016-12-31", ["l-de.from"] = "2016-12-31",
    },
    expect = "flagged" },
  { "a deal with a Union dimension goes to the Commission",
    set = amounts { "g-world", 6e9, "l-world", 1e9 },
    add = {
      financials = {
        eur("b-eu", "giant", "EU", 1e9), eur("t-eu", "lab", "EU", 1e9), eur("b-it", "giant", "IT", 4e8), eur("b-es", "giant", "ES", 4e8),
      },
    },
    expect = "rebutted" },
  { "money without control is out of scope", set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "giant", entity = "lab", stake = 10, votes = 10, control = "none", from = "2024-03-19" } } },
    expect = "out-of-scope" },
  { "a part of unknown size cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "where lab and giant have a deal of type merger, it is open whether the target is active in Germany to a substantial extent",
    add = { transactions = { { acquirer = "lab", target = "giant", type = "merger", from = "2023-06-01", status = null } } },
    expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the buyer takes over the target or gains control of it",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the geography of users is unknown, it is open whether the target is active in Germany",
    set = { ["users.geography"] = null }, without = { "l-de" }, expect = "cannot-tell", needs = { "users.geography" } },
  { "users count as on the day of closing, though fewer were left later",
    as_of = "2025-06-01", set = amounts { "l-de", 0 },
    add = { financials = { { entity = "lab", metric = "users", geography = "DE", amount = 5000, from = "2024-12-31" } } },
    expect = "flagged", figures = { number_of_users = 20000 } },
  { "nor do users who came later",
    as_of = "2025-06-01", set = { ["users.amount"] = 5000, ["l-de.amount"] = { value = 0, currency = "EUR" } },
    add = { financials = { { entity = "lab", metric = "users", geography = "DE", amount = 20000, from = "2024-12-31" } } },
    expect = "clear", figures = { number_of_users = 5000 } },
  { "business users who came before the deal are activity",
    set = amounts { "l-de", 0 }, without = { "users" },
    add = { financials = { { entity = "lab", metric = "business-users", geography = "DE", amount = 1, from = "2023-12-31" } } },
    expect = "flagged" },
  { "those who came after it are not",
    as_of = "2025-06-01", set = amounts { "l-de", 0 }, without = { "users" },
    add = { financials = { { entity = "lab", metric = "business-users", geography = "DE", amount = 1, from = "2024-12-31" } } },
    expect = "clear" },
  { "a share of a market before the deal is activity",
    set = amounts { "l-de", 0 }, without = { "users" },
    add = {
      markets = { { id = "m", product = "chatbots", geography = "DE" } },
      shares = { { market = "m", entity = "lab", percent = 5, from = "2023-12-31" } },
    },
    expect = "flagged" },
  { "one that came after it is not",
    as_of = "2025-06-01", set = amounts { "l-de", 0 }, without = { "users" },
    add = {
      markets = { { id = "m", product = "chatbots", geography = "DE" } },
      shares = { { market = "m", entity = "lab", percent = 5, from = "2024-12-31" } },
    },
    expect = "clear" },
}
