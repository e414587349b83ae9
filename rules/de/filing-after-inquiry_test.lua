local german_deal = require "german_deal_test"
local money       = require "money_test"

local eur, amounts = german_deal.turnover_of "2023-12-31", money.amounts

return {
  rule = "de/filing-after-inquiry",
  facts = {
    as_of = "2027-03-01",
    entities = {
      { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } },
      { id = "office", form = "agency", jurisdiction = "DE" },
    },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2025-05-01" },
    },
    proceedings = { { id = "order", authority = "office", type = "x-filing-order", against = { "buyer" }, from = "2024-03-02" } },
    financials = {
      eur("b-world", "buyer", nil, 90e6), eur("t-world", "target", nil, 3e6),
      eur("b-de", "buyer", "DE", 60e6), eur("t-de", "target", "DE", 2e6),
    },
  },

  { "a deal on the last day of the three years is flagged", expect = "flagged", open = 0,
    figures = { buyer_german_turnover = 60e6, target_german_turnover = 2e6 } },
  { "those who control the buyer jointly bring it above 50 million", set = amounts { "b-de", 50e6 },
    add = german_deal.joint_parent("buyer", "2023-12-31", 1e6, 1e6),
    expect = "flagged" },
  { "a day later it is open whether the order was prolonged", as_of = "2027-03-03", expect = "cannot-tell",
    needs = { "whether there is any proceeding with type x-filing-order, against buyer" } },
  { "where all proceedings are on file it was not", as_of = "2027-03-03", complete = { { kind = "proceeding" } }, expect = "clear" },
  { "an order that prolongs it is on file: flagged", as_of = "2027-03-03",
    add = { proceedings = { { authority = "office", type = "x-filing-order", against = { "buyer" }, from = "2027-03-02" } } },
    expect = "flagged" },
  { "an order that is over binds no more", as_of = "2025-06-01", set = { ["order.to"] = "2025-05-31" }, expect = "clear" },
  { "on its last day it does", as_of = "2025-05-31", set = { ["order.to"] = "2025-05-31" }, expect = "flagged" },
  { "a deal that closed before the order is out of scope",
    set = { ["deal.from"] = "2024-01-01", ["deal.status"] = "closed", ["deal.closed"] = "2024-03-01" }, expect = "out-of-scope" },
  { "two thirds at home are not asked for", set = amounts { "t-world", 300e6 }, expect = "flagged" },
  { "50 million of the acquirer at home is not above", set = amounts { "b-de", 50e6 }, expect = "clear" },
  { "just above is", set = amounts { "b-de", 50000001 }, expect = "flagged" },
  { "1 million of the target at home is not above", set = amounts { "t-de", 1e6 }, expect = "clear" },
  { "just above is, too", set = amounts { "t-de", 1000001 }, expect = "flagged" },
  { "an unknown turnover of the target cannot tell", set = { ["t-de.amount"] = null }, expect = "cannot-tell", needs = { "t-de.amount" } },
  { "an unknown turnover of the acquirer cannot tell", set = { ["b-de.amount"] = null }, expect = "cannot-tell",
    needs = { "b-de.amount" } },
  { "no order is out of scope", without = { "order" }, expect = "out-of-scope" },
  { "an order of before s. 32f is none by it", as_of = "2025-06-01", set = { ["order.from"] = "2023-11-06" },
    expect = "out-of-scope" },
  { "one of its first day is", as_of = "2025-06-01", set = { ["order.from"] = "2023-11-07" }, expect = "flagged" },
  { "an order of an unknown day cannot tell", as_of = "2025-06-01", set = { ["order.from"] = null }, expect = "cannot-tell",
    needs = { "order.from" } },
  { "where the type of order is unknown, it is open whether an order to file against the buyer is on file",
    set = { ["order.type"] = null }, expect = "cannot-tell", needs = { "order.type" } },
  { "a part that makes no concentration is out of scope", set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 5, votes = 5, control = "none", from = "2025-05-01" } } },
    expect = "out-of-scope" },
  { "where the type of deal is unknown, it is open whether it is a concentration",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "a deal with a Union dimension goes to the Commission",
    set = amounts { "b-world", 6e9, "t-world", 1e9 },
    add = {
      financials = {
        eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9),
        eur("b-at", "buyer", "AT", 4e8), eur("b-be", "buyer", "BE", 4e8),
      },
    },
    expect = "rebutted" },
  { "where the States are not on file that stays open",
    set = amounts { "b-world", 6e9, "t-world", 1e9 },
    add = { financials = { eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9) } }, expect = "flagged", open = 1 },
}
