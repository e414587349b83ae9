local money = require "money_test"

local function eur(id, entity, geography, amount, from)
  return money.figure(id, entity, "revenue", geography or nil, amount, from or "2025-12-31")
end
local amounts = money.amounts

local notified = { id = "notified", authority = "autorite", type = "x-notification", against = { "buyer", "target" }, from = null }
local asked_for_something = {
  id = "asked", authority = "autorite", type = null, against = { "buyer", "target" }, from = "2026-08-31",
}

return {
  rule = "fr/turnover-general",
  facts = {
    as_of = "2026-08-31",
    entities = {
      { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } },
      { id = "autorite", form = "agency", jurisdiction = "FR" },
    },
    transactions = { { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced",
      from = "2026-06-01" } },
    financials = {
      eur("b-world", "buyer", nil, 100e6), eur("t-world", "target", nil, 60e6), eur("b-fr", "buyer", "FR", 55e6),
        eur("t-fr", "target", "FR", 55e6),
    },
  },

  { "160 million together and 55 each in France on 31 August 2026 is flagged", expect = "flagged", open = 0,
    figures = { combined_turnover = 160e6 } },
  { "a target has in the world at least what it has in France: 100 million and 51 are above",
    without = { "t-world" }, set = amounts { "t-fr", 51e6, "b-fr", 51e6 }, expect = "flagged" },
  { "it leaves it open where that is not enough",
    without = { "t-world" }, set = amounts { "b-world", 90e6, "t-fr", 51e6, "b-fr", 51e6 }, expect = "cannot-tell" },
  { "on 1 September 2026 it is clear", as_of = "2026-09-01", expect = "clear" },
  { "a deal notified on 31 August 2026 keeps the old figures",
    as_of = "2026-10-01",
    add = { proceedings = { { authority = "autorite", type = "x-notification", against = { "buyer", "target" }, from = "2026-08-31" } } },
    expect = "flagged" },
  { "a deal notified on 1 September 2026 does not",
    as_of = "2026-10-01",
    add = { proceedings = { { authority = "autorite", type = "x-notification", against = { "buyer", "target" }, from = "2026-09-01" } } },
    expect = "clear" },
  { "one notified on a day that nobody knows may be under either",
    as_of = "2026-10-01", add = { proceedings = { notified } }, expect = "cannot-tell", needs = { "notified.from" } },
  { "so may one of which it is not known what was asked of the authority",
    as_of = "2026-10-01", add = { proceedings = { asked_for_something } }, expect = "cannot-tell", needs = { "asked.type" } },
  { "below the lower figures it is clear by both",
    as_of = "2026-10-01", set = amounts { "t-fr", 50e6 }, add = { proceedings = { notified } }, expect = "clear" },
  { "a deal that closed without a filing keeps the figures of the day on which it closed, the last for a filing",
    as_of = "2026-10-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2026-08-31" }, expect = "flagged" },
  { "one that closed a day later does not",
    as_of = "2026-10-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2026-09-01" }, expect = "clear" },
  { "accounts from after the agreement do not count",
    add = { financials = { eur("t-later", "target", "FR", 40e6, "2026-07-31") } }, expect = "flagged" },
  { "those from before it do", add = { financials = { eur("t-later", "target", "FR", 40e6, "2026-05-31") } }, expect = "clear" },
  { "150 million together is not above", set = amounts { "b-world", 90e6 }, expect = "clear" },
  { "just above is", set = amounts { "b-world", 90000001 }, expect = "flagged" },
  { "50 million in France is not above", set = amounts { "t-fr", 50e6 }, expect = "clear" },
  { "just above is too", set = amounts { "t-fr", 50000001 }, expect = "flagged" },
  { "the new figures, just above, are flagged",
    as_of = "2026-09-01", set = amounts { "b-world", 170e6, "t-world", 80000001, "b-fr", 80000001, "t-fr", 80000001 },
      expect = "flagged" },
  { "250 million together is not above",
    as_of = "2026-09-01", set = amounts { "b-world", 169e6, "t-world", 81e6, "b-fr", 81e6, "t-fr", 81e6 }, expect = "clear" },
  { "80 million in France is not above",
    as_of = "2026-09-01", set = amounts { "b-world", 170e6, "t-world", 81e6, "b-fr", 81e6, "t-fr", 80e6 }, expect = "clear" },
  { "unknown turnover in France cannot tell", set = { ["t-fr.amount"] = null }, expect = "cannot-tell", needs = { "t-fr.amount" } },
  { "no accounts cannot tell", without = { "t-world", "t-fr" }, expect = "cannot-tell" },
  { "a deal that may have a Union dimension leaves that open",
    set = amounts { "b-world", 6e9, "t-world", 6e9 }, expect = "flagged", open = 1 },
  { "a deal with a Union dimension goes to the Commission",
    set = amounts { "b-world", 6e9, "t-world", 1e9 },
    add = {
      financials = {
        eur("b-eu", "buyer", "EU", 1e9), eur("t-eu", "target", "EU", 1e9), eur("b-it", "buyer", "IT", 4e8), eur("b-es", "buyer", "ES", 4e8),
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
  { "a team is in scope", set = { ["deal.type"] = "acqui-hire" }, expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
}
