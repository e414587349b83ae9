local german_deal = require "german_deal_test"
local money       = require "money_test"

local eur, amounts = german_deal.turnover_of "2019-12-31", money.amounts

--- What the buyer holds of the target from a day to another, in percent of capital and of votes.
local function held(stake, from, to, votes)
  return { holder = "buyer", entity = "target", stake = stake, votes = votes or stake, control = "none", from = from or nil,
    to = to or nil }
end

--- P controls the buyer with others, and forms the target with it.
local function parent_and_partner(world, germany)
  local made = german_deal.joint_parent("buyer", "2019-12-31", world, germany)
  made.transactions = {
    { id = "other", acquirer = "p", target = "target", type = "joint-venture", status = "announced", from = "2020-11-01" },
  }
  return made
end
local PART = { ["deal.type"] = "partial" }

--- A firm that the buyer controls alone, and what it has in Germany.
local function unit(germany)
  return {
    entities = { { id = "unit", activities = { "software" } } },
    holdings = { { holder = "buyer", entity = "unit", control = "sole", from = "2015-01-01" } },
    financials = { eur("unit-de", "unit", "DE", germany) },
  }
end

--- Two firms that are on file as members of the venture alone, and what they have in Germany.
local function two_members(one, other)
  local made = { ventures = { { id = "v", entity = "target", from = "2020-11-01" } }, entities = {}, members = {}, financials = {} }
  for i, id in ipairs { "one", "other" } do
    table.insert(made.entities, { id = id, activities = { "software" } })
    table.insert(made.members, { venture = "v", entity = id, role = "equity", from = "2020-11-01" })
    table.insert(made.financials, eur(id .. "-world", id, nil, 300e6))
    table.insert(made.financials, eur(id .. "-de", id, "DE", i > 1 and other or one))
  end
  return made
end

return {
  rule = "de/turnover",
  facts = {
    as_of = "2021-01-18",
    entities = { { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2020-11-01" },
    },
    financials = {
      eur("b-world", "buyer", nil, 590e6), eur("t-world", "target", nil, 10e6), eur("b-de", "buyer", "DE", 30e6),
        eur("t-de", "target", "DE", 6e6),
    },
  },

  { "600 million, 30 and 6 at home, on 18 January 2021 is flagged", expect = "flagged", open = 0, figures = { combined_turnover = 600e6 } },
  { "on 19 January 2021 it is clear", as_of = "2021-01-19", expect = "clear" },
  { "a deal closed on 18 January 2021 keeps the old figures",
    as_of = "2021-06-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2021-01-18" }, expect = "flagged" },
  { "the new figures, just above, are flagged",
    as_of = "2021-01-19", set = amounts { "b-de", 50000001, "t-de", 17500001 }, expect = "flagged" },
  { "50 million is not above", as_of = "2021-01-19", set = amounts { "b-de", 50e6, "t-de", 17500001 }, expect = "clear" },
  { "17.5 million is not above", as_of = "2021-01-19", set = amounts { "b-de", 60e6, "t-de", 17.5e6 }, expect = "clear" },
  { "the target may be the large one", as_of = "2021-01-19", set = amounts { "t-de", 60e6, "b-de", 18e6 }, expect = "flagged" },
  { "those who control the buyer jointly count",
    as_of = "2021-01-19", set = amounts { "b-world", 1e6, "b-de", 1e6, "t-de", 18e6, "t-world", 18e6 },
    add = german_deal.joint_parent("buyer", "2019-12-31", 500e6, 50e6),
    expect = "flagged", figures = { buyer_german_turnover = 1e6 } },
  { "one of them that the buyer takes over counts once: 10 and 260 million are no 530", subject = { buyer = "buyer" },
    as_of = "2021-01-19", set = amounts { "b-world", 10e6, "b-de", 60e6, "t-de", 18e6, "t-world", 260e6 },
    add = { holdings = { { holder = "target", entity = "buyer", stake = 50, votes = 50, control = "joint", from = "2015-01-01" } } },
    expect = "clear" },
  { "one of them that sells the target still counts", subject = { buyer = "buyer" },
    as_of = "2021-01-19", set = amounts { "b-world", 1e6, "b-de", 1e6, "t-de", 18e6, "t-world", 18e6 },
    add = {
      entities = parent_and_partner(0, 0).entities, financials = parent_and_partner(500e6, 50e6).financials,
      holdings = {
        parent_and_partner(0, 0).holdings[1],
        { holder = "p", entity = "target", stake = 100, votes = 100, control = "sole", from = "2015-01-01" },
      },
    },
    expect = "flagged" },
  { "of a joint venture both parents count",
    as_of = "2021-01-19", set = amounts({ "b-de", 60e6, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = {
      entities = { { id = "p", activities = { "software" } } },
      transactions = {
        { id = "other", acquirer = "p", target = "target", type = "joint-venture", status = "announced", from = "2020-11-01" },
      },
      financials = { eur("p-world", "p", nil, 20e6), eur("p-de", "p", "DE", 18e6) },
    },
    expect = "flagged" },
  { "so do those that are on file as its members alone, whoever is recorded as its buyer",
    as_of = "2021-01-19", set = amounts({ "b-de", 0, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = two_members(50000001, 17500001), expect = "flagged" },
  { "either may be the large one",
    as_of = "2021-01-19", set = amounts({ "b-de", 0, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = two_members(17500001, 50000001), expect = "flagged" },
  { "17.5 million of the other are not above",
    as_of = "2021-01-19", set = amounts({ "b-de", 0, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = two_members(50000001, 17.5e6), expect = "clear" },
  { "a buyer that takes over what it controls with others may have the same turnover: it is open whether they are two",
    subject = { buyer = "buyer" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 50, votes = 50, control = "joint", from = "2015-01-01" } } },
    expect = "cannot-tell" },
  { "a parent that controls the buyer too counts once: 10 and 260 million are no 530", subject = { buyer = "buyer" },
    as_of = "2021-01-19", set = amounts({ "b-world", 10e6, "b-de", 60e6, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = parent_and_partner(260e6, 20e6), expect = "clear" },
  { "and on one side: what it has in Germany does not stand against the buyer's",
    subject = { buyer = "buyer" },
    as_of = "2021-01-19", set = amounts({ "b-de", 60e6, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = parent_and_partner(260e6, 20e6), expect = "clear" },
  { "a venture that has a Union dimension by its parents goes to the Commission",
    as_of = "2021-01-19", set = amounts({ "b-world", 4000e6, "b-de", 60e6, "t-de", 0, "t-world", 0 }, { ["deal.type"] = "joint-venture" }),
    add = {
      entities = { { id = "p", activities = { "software" } } },
      transactions = {
        { id = "other", acquirer = "p", target = "target", type = "joint-venture", status = "announced", from = "2020-11-01" },
      },
      financials = {
        eur("p-world", "p", nil, 2000e6), eur("p-de", "p", "DE", 100e6), eur("p-fr", "p", "FR", 100e6), eur("p-eu", "p", "EU", 300e6),
        eur("b-eu", "buyer", "EU", 300e6), eur("t-eu", "target", "EU", 0),
      },
    },
    expect = "rebutted" },
  { "a target has in the world at least what it has in Germany: 490 million and 11 are above",
    without = { "t-world" }, set = amounts { "b-world", 490e6, "t-de", 11e6 }, expect = "flagged" },
  { "490 and 10 leave it open, since there may be more",
    without = { "t-world" }, set = amounts { "b-world", 490e6, "t-de", 10e6 }, expect = "cannot-tell" },
  { "500 million together is not above", set = amounts { "b-world", 490e6 }, expect = "clear" },
  { "just above is", set = amounts { "b-world", 490000001 }, expect = "flagged" },
  { "5 million is not above in the old law", set = amounts { "t-de", 5e6 }, expect = "clear" },
  { "25 million is not above in the old law", set = amounts { "b-de", 25e6 }, expect = "clear" },
  { "before 2021 an independent party below 10 million worldwide took the deal out",
    set = amounts { "t-world", 9999999 }, complete = { { kind = "holding" } }, expect = "rebutted" },
  { "it might be the buyer", complete = { { kind = "holding" } },
    set = amounts { "b-world", 9999999, "t-world", 600e6, "b-de", 6e6, "t-de", 30e6 }, expect = "rebutted" },
  { "of 10 million it did not", complete = { { kind = "holding" } }, expect = "flagged", open = 0 },
  { "nor where another controlled it", set = amounts { "t-world", 9e6 }, complete = { { kind = "holding" } },
    add = { entities = { { id = "parent" } }, holdings = { { holder = "parent", entity = "target", control = "sole", votes = 100 } } },
    expect = "flagged", open = 0 },
  { "nor where another had more than half of the votes", set = amounts { "t-world", 9e6 }, complete = { { kind = "holding" } },
    add = { entities = { { id = "parent" } }, holdings = { { holder = "parent", entity = "target", votes = 50.1 } } },
    expect = "flagged", open = 0 },
  { "what nobody wrote down of its owners leaves that open", set = amounts { "t-world", 9e6 }, expect = "flagged", open = 1 },
  { "control that the deal brings is not before it",
    as_of = "2021-06-01", set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2021-01-18", ["t-world.amount"] = { value = 9e6, currency = "EUR" } },
    add = { holdings = { { holder = "buyer", entity = "target", control = "sole", votes = 100, from = "2021-01-18" } } },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "from 19 January 2021 the exception is gone", as_of = "2021-01-19", complete = { { kind = "holding" } },
    set = amounts { "b-de", 50000001, "t-de", 17500001, "t-world", 9e6 }, expect = "flagged", open = 0 },
  { "unknown German turnover cannot tell", set = { ["t-de.amount"] = null }, expect = "cannot-tell", needs = { "t-de.amount" } },
  { "where the head's row has no amount, what a member has is the least: 30 million are above 25", set = { ["b-de.amount"] = null },
    add = unit(30e6), expect = "flagged" },
  { "25 million are not, so that the head's row decides", set = { ["b-de.amount"] = null }, add = unit(25e6),
    expect = "cannot-tell", needs = { "b-de.amount" } },
  { "a row of the head that says how much counts alone", set = amounts { "b-de", 20e6 }, add = unit(30e6), expect = "clear" },
  { "accounts of after closing do not count",
    as_of = "2024-01-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2021-01-18" },
    add = { financials = { eur("t-later", "target", "DE", 1e6, "2022-12-31") } }, expect = "flagged" },
  { "a deal with a Union dimension goes to the Commission, where no State can have two thirds",
    set = amounts { "b-world", 6e9, "t-world", 1e9, "b-de", 1e8, "t-de", 1e8 },
    add = {
      financials = {
        eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9),
        eur("b-at", "buyer", "AT", 4e8), eur("b-be", "buyer", "BE", 4e8),
      },
    },
    expect = "rebutted" },
  { "where a third in each of two States is of another year, that is open",
    set = amounts { "b-world", 6e9, "t-world", 1e9, "b-de", 1e8, "t-de", 1e8 },
    add = {
      financials = {
        eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9),
        eur("b-at", "buyer", "AT", 4e8, "2018-12-31"), eur("b-be", "buyer", "BE", 4e8),
      },
    },
    expect = "flagged", open = 1 },
  { "where the States are not on file that stays open",
    set = amounts { "b-world", 6e9, "t-world", 1e9 },
    add = { financials = { eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9) } }, expect = "flagged", open = 1 },
  { "a part of 25 % is a concentration", set = PART, add = { holdings = { held(25, "2020-11-01") } }, expect = "flagged" },
  { "a part of 24.9 % is left to other rules", set = PART, add = { holdings = { held(24.9, "2020-11-01") } }, expect = "out-of-scope" },
  { "from 26 to 30 % passes no step: the first concentration was that to a quarter",
    set = PART, add = { holdings = { held(26, "2015-05-01", "2020-10-31"), held(30, "2020-11-01") } }, expect = "out-of-scope" },
  { "from 26 to 50 % is a second concentration",
    set = PART, add = { holdings = { held(26, "2015-05-01", "2020-10-31"), held(50, "2020-11-01") } }, expect = "flagged",
    figures = { earlier_stake = 26, stake = 50 } },
  { "from 26 to 49.9 % is not",
    set = PART, add = { holdings = { held(26, "2015-05-01", "2020-10-31"), held(49.9, "2020-11-01") } }, expect = "out-of-scope" },
  { "capital past a quarter and votes that come to it are a concentration",
    set = PART, add = { holdings = { held(26, "2015-05-01", "2020-10-31", 20), held(30, "2020-11-01", nil, 25) } }, expect = "flagged" },
  { "control that comes with 30 % is, after 26", set = PART,
    add = { holdings = { held(26, "2015-05-01", "2020-10-31"),
      { holder = "buyer", entity = "target", stake = 30, votes = 30, control = "joint", from = "2020-11-01" } } }, expect = "flagged" },
  { "an unknown earlier stake cannot tell", set = PART,
    add = { holdings = { { id = "before", holder = "buyer", entity = "target", stake = null, votes = 30, control = "none",
      from = "2015-05-01", to = "2020-10-31" }, held(30, "2020-11-01") } },
    expect = "cannot-tell", needs = { "before.stake" } },
  { "an announced part of unknown size cannot tell: what will be held is not nothing", set = PART, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "nor can one on top of 20 %", set = PART, add = { holdings = { held(20, "2015-05-01") } }, expect = "cannot-tell" },
  { "nor one on top of 26 %: it may come to half", set = PART, add = { holdings = { held(26, "2015-05-01") } }, expect = "cannot-tell" },
  { "on top of half of capital and votes nothing is left to reach",
    set = PART, add = { holdings = { held(50, "2015-05-01") } }, expect = "out-of-scope" },
  { "a holding without a first day may be from before the deal", set = PART, add = { holdings = { held(25) } }, expect = "cannot-tell" },
  { "money alone is out of scope: no filing for Microsoft and OpenAI in 2023",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = { value = 10e9, currency = "USD" }, instrument = "profit-interest",
          status = "committed", from = "2020-12-01" },
      },
    },
    expect = "out-of-scope" },
  { "where the type of deal is unknown, it is open whether the buyer takes over the target or gains control of it",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the status of deal is unknown, it is open whether together the buyer and the target have a worldwide turnover above world",
    set = { ["deal.status"] = null }, expect = "cannot-tell" },
}
