--- Parts, money and votes: what the buyer would hold, of which value, and whether it is for investment alone.
local hsr_deal = require "hsr_deal_test"
local money    = require "money_test"

local usd, held, partial, equity = money.usd, hsr_deal.held, hsr_deal.partial, hsr_deal.equity

--- A deal for the whole of the target.
local function takeover(from, value)
  return { acquirer = "buyer", target = "target", type = "acquisition", from = from, status = "announced", value = value }
end

--- Money that is only announced.
local function announced(from, amount, cumulative) return hsr_deal.unpaid("announced", from, amount, cumulative) end

--- Money that is bound and was not paid yet.
local function bound(from, amount, cumulative) return hsr_deal.unpaid("committed", from, amount, cumulative) end

--- A holding for investment, which may be of nothing, and one of 9 % that is not.
local function for_investment_and_not(stake)
  return {
    { holder = "buyer", entity = "target", stake = stake, votes = 0, control = "none", sole_investment = true },
    { holder = "buyer", entity = "target", stake = 9, votes = 9, control = "none", sole_investment = false },
  }
end

--- Two large firms, of which one holds votes of the other and has bought a part of it, below the line.
local function steps()
  return {
    as_of = "2025-01-01",
    entities = { { id = "buyer" }, { id = "target", activities = { "manufacturer" } } },
    transactions = { partial("deal", "2024-10-01", usd(100e6)) },
    holdings = { { holder = "buyer", entity = "target", stake = 30, votes = 30, control = "none", from = "2024-10-01" } },
    financials = {
      { entity = "buyer", metric = "revenue", from = "2014-12-31", amount = usd(1e9) },
      { entity = "target", metric = "revenue", from = "2014-12-31", amount = usd(1e9) },
    },
  }
end

--- The same, of which the buyer bought and sold a part long before, with a second part below the line.
local function resold(paid)
  local facts = steps()
  local first = partial("first", "2015-04-01", usd(100e6))
  first.status, first.closed = "closed", "2015-05-01"
  facts.transactions = { first, partial("second", "2024-10-01", usd(60e6)) }
  facts.investments = paid
  facts.holdings = {
    { id = "old", holder = "buyer", entity = "target", stake = 30, votes = 30, from = "2015-05-01", to = "2018-01-01" },
    { id = "new", holder = "buyer", entity = "target", stake = 5, votes = 5, from = "2024-12-20" },
  }
  return facts
end

return {
  rule  = "hsr/notification",
  facts = hsr_deal.facts(),

  { "a part with votes must be notified",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 20, control = "none" } },
    },
    expect = "flagged", open = 0 },
  { "a part without votes is out of scope",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 0, control = "none" } },
    },
    expect = "out-of-scope" },
  { "one that is still to be bought may carry votes, whatever is held now",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 0, control = "none" } },
    },
    expect = "cannot-tell" },
  { "a part that is to be bought may carry votes: where no holding is on file it cannot tell",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "so it is where the holding begins at closing",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2025-03-01" } } },
    expect = "cannot-tell" },
  { "an investment only in a part of unknown size is not surely exempt",
    set = { ["deal.type"] = "partial", ["deal.value"] = usd(1e9) },
    add = { observations = { { about = { "buyer", "target" }, says = "investment-only", strength = "strong" } } },
    expect = "cannot-tell" },
  { "a part with unknown votes cannot tell",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = null, control = "none" } },
    },
    expect = "cannot-tell", needs = { "held.votes" } },
  { "a first step below the line needs none", facts = steps(), expect = "clear", figures = { value = 100e6 } },
  { "with a second, what would be held is above the line",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } }, expect = "flagged",
    figures = { value = 200e6 } },
  { "steps that come to the line together need none",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(19.5e6)) } }, expect = "clear" },
  { "a dollar more does",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(19500001)) } }, expect = "flagged" },
  { "an earlier step of unknown value cannot tell",
    facts = steps(), set = { ["deal.value"] = null },
    add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } },
    expect = "cannot-tell", needs = { "deal.value" } },
  { "a step that was given up does not count",
    facts = steps(), set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2024-11-01" },
    add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } }, expect = "clear" },
  { "a takeover after a first part counts that part",
    facts = steps(), add = { transactions = { takeover("2024-12-01", usd(100e6)) } }, expect = "flagged" },
  { "money paid in steps counts together",
    facts = steps(), without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01") } },
    expect = "flagged", figures = { value = 200e6 } },
  { "cumulative money counts once",
    facts = steps(), without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01", true) } },
    expect = "clear", figures = { value = 100e6 } },
  { "a step whose shares were sold before does not count", facts = resold {}, expect = "clear", figures = { value = 60e6 } },
  { "one whose shares are still held does",
    facts = resold {}, unset = { "old.to" }, expect = "flagged", figures = { value = 160e6 } },
  { "so does one of which a part is left",
    facts = resold {}, add = { holdings = { held("buyer", "target", 5, "2018-01-01") } }, expect = "flagged",
    figures = { value = 160e6 } },
  { "shares sold on a day that nobody knows leave it open", facts = resold {}, set = { ["old.to"] = null }, expect = "cannot-tell" },
  { "what was sold after the deal was held with it",
    facts = resold {},
    set = { ["second.from"] = "2017-05-01", ["second.status"] = "closed", ["second.closed"] = "2017-06-01" },
    expect = "flagged", figures = { value = 160e6 } },
  { "a step that closed after the sale counts",
    facts = resold {}, set = { ["first.closed"] = "2018-02-01" }, expect = "flagged", figures = { value = 160e6 } },
  { "money for shares that were sold before does not count either",
    facts = resold { equity("2015-04-01") }, without = { "first" }, expect = "clear", figures = { value = 60e6, total = 60e6 } },
  { "money for shares that are still held may be another step",
    facts = resold { equity("2015-04-01") }, without = { "first" }, unset = { "old.to" }, expect = "cannot-tell",
    figures = { value = 100e6, total = 160e6 } },
  { "money and a transaction may be one step or two: what either comes to alone cannot tell",
    facts = steps(), add = { investments = { equity("2024-06-01") } }, expect = "cannot-tell",
    figures = { value = 100e6, total = 200e6 } },
  { "where they come to the line together, they are below it either way",
    facts = steps(), set = { ["deal.value"] = usd(19.5e6) }, add = { investments = { equity("2024-06-01") } }, expect = "clear" },
  { "where one comes to more alone, it is above it either way",
    facts = steps(), set = { ["deal.value"] = usd(119500001) }, add = { investments = { equity("2024-06-01") } },
    expect = "flagged" },
  { "where the transactions on file are all, the money is theirs",
    facts = steps(), add = { investments = { equity("2024-10-02") } }, complete = { { kind = "transaction" } },
    expect = "clear", figures = { value = 100e6 } },
  { "a convertible does not count with shares",
    facts = steps(), without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible", status = "paid", from = "2024-09-01" },
        equity("2024-12-01"),
      },
    },
    expect = "clear", figures = { value = 100e6 } },
  { "a convertible is out of scope until it converts",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible",
          status = "paid", from = "2024-10-01" },
      },
    },
    expect = "out-of-scope" },
  { "equity with votes counts",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "equity",
          status = "paid", from = "2024-10-01" },
      },
      holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, control = "none" } },
    },
    expect = "flagged" },
  { "equity with no holding on file has unknown votes",
    without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01") } }, expect = "cannot-tell",
    figures = { value = 200e6 } },
  { "what was bought with money, held and sold again carries no votes",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), equity("2024-10-02") },
      holdings = { { holder = "buyer", entity = "target", votes = 30, from = "2024-10-01", to = "2024-11-30" } },
    },
    expect = "out-of-scope" },
  { "what was sold before new money came tells nothing of its votes",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), equity("2024-10-02") },
      holdings = { { holder = "buyer", entity = "target", votes = 30, from = "2020-01-01", to = "2024-09-30" } },
    },
    expect = "cannot-tell" },
  { "announced money is a deal, by the law of the day asked: its votes are unknown before it closes",
    as_of = "2026-12-31", without = { "deal" }, add = { investments = { announced("2025-01-10", 134e6) } },
    expect = "cannot-tell", figures = { value = 134e6 } },
  { "announced money at the line of the day asked is clear, though it is above that of its own day",
    as_of = "2026-12-31", without = { "deal" }, add = { investments = { announced("2025-01-10", 133.9e6) } },
    expect = "clear", figures = { value = 133.9e6 } },
  { "with votes that the buyer has already it is flagged",
    without = { "deal" },
    add = { investments = { announced("2024-12-10", 500e6) }, holdings = { held("buyer", "target", 12, "2020-01-01") } },
    expect = "flagged", open = 0, figures = { value = 500e6 } },
  { "announced money comes on top of what was paid before",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), announced("2024-12-10", 20e6) }, holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "flagged", figures = { value = 120e6 } },
  { "an announced total counts once",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), announced("2024-12-10", 119e6, true) },
      holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "clear", figures = { value = 119e6 } },
  { "a later deal tells what became of announced money",
    without = { "deal" },
    add = {
      investments = { announced("2024-06-01", 900e6), equity("2024-10-01") }, holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "clear", figures = { value = 100e6 } },
  { "an announced convertible is out of scope",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible", status = "announced",
          from = "2024-10-01" },
      },
    },
    expect = "out-of-scope" },
  { "money of which it is not known whether it is more than announced cannot tell",
    without = { "deal" },
    add = {
      investments = {
        { id = "money", investor = "buyer", target = "target", amount = usd(1e9), instrument = "equity", status = null,
          from = "2024-10-01" },
      },
    },
    expect = "cannot-tell", needs = { "money.status" } },
  { "that a holding of nothing is for investment does not make another one so",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = { holdings = for_investment_and_not(0) },
    complete = { { kind = "holding" }, { kind = "observation" } }, expect = "flagged", open = 0 },
  { "where the one for investment may be nothing, it is open",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = { holdings = for_investment_and_not { min = 0, max = 1 } },
    complete = { { kind = "holding" }, { kind = "observation" } }, expect = "flagged", open = 1 },
  { "an announced takeover gives more than 10 %, however little is held before it for investment",
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 0 },
  { "an announced part may bring more than 10 %, however little is held before it for investment",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "so may announced money",
    without = { "deal" },
    add = {
      investments = { announced("2024-12-10", 500e6) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "up to 10 % of the votes, solely for investment, rebuts",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "just above 10 % it does not",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10.01, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged" },
  { "10 % held to influence does not",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10, control = "none", sole_investment = false } },
    },
    complete = { { kind = "holding" }, { kind = "observation" } }, expect = "flagged", open = 0 },
  { "money that is bound and not paid may bring more than 10 %, however little is held before it for investment",
    without = { "deal" },
    add = {
      investments = { bound("2024-06-01", 500e6) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2020-01-01" } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "once its shares are held, they say how much",
    without = { "deal" },
    add = {
      investments = { bound("2024-06-01", 500e6) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2024-06-01" } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "once it was paid, what is on file is what it bought",
    without = { "deal" },
    add = {
      investments = { bound("2024-06-01", 500e6), equity("2024-09-01") },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2020-01-01" } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "and once a deal of the two closed",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      investments = { bound("2024-06-01", 500e6) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2020-01-01" } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "a later total of money that is bound tells of the same",
    without = { "deal" },
    add = {
      investments = { bound("2024-06-01", 500e6), bound("2024-12-01", 500e6, true) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2024-06-01" } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "a total that stands alone is bound money too",
    without = { "deal" },
    add = {
      investments = { bound("2024-06-01", 500e6, true) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true, from = "2020-01-01" } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "bound money is under the law of the day asked until it is paid: at the line of that day it is clear",
    as_of = "2026-12-31", without = { "deal" },
    add = { investments = { bound("2024-10-01", 133.9e6) }, holdings = { held("buyer", "target", 12, "2020-01-01") } },
    expect = "clear", figures = { value = 133.9e6 } },
  { "a dollar more is not",
    as_of = "2026-12-31", without = { "deal" },
    add = { investments = { bound("2024-10-01", 133900001) }, holdings = { held("buyer", "target", 12, "2020-01-01") } },
    expect = "flagged" },
}
