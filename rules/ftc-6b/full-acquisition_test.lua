local usd = require "money_test".usd

--- The stake of the cloud provider in the lab, first in 2023 and then from 2024 on, until the day that is given.
local function stakes(first, second, to)
  local function held(stake, from, until_)
    return { id = "part-" .. from, holder = "cloudco", entity = "lab", stake = stake, votes = stake, from = from, to = until_ or nil }
  end
  return { holdings = { held(first, "2023-01-23", "2023-12-31"), held(second, "2024-01-01", to) } }
end

--- More money for the lab, of some millions of US dollars.
local function more_money(millions, status, from, conditional)
  return {
    investments = {
      {
        investor = "cloudco", target = "lab", amount = usd(millions * 1e6), instrument = "equity", status = status, from = from,
        conditional = conditional or nil,
      },
    },
  }
end

--- The cloud provider acquires the lab.
local function acquired(status, from, closed)
  return {
    transactions = {
      {
        id = "deal", type = "acquisition", acquirer = "cloudco", target = "lab", status = status or nil, from = from,
        closed = closed or nil,
      },
    },
  }
end

return {
  rule = "ftc-6b/full-acquisition",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = usd(2e9),
        instrument = "equity", status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      { id = "say", type = "consultation", holder = "cloudco", grantor = "lab", from = "2023-01-23" },
    },
  },

  { "much money and a right to be consulted are two signs", expect = "flagged", open = 1 },
  { "money at the line is a sign",
    set = { ["money.amount"] = usd(1e9) }, expect = "flagged", figures = { invested = 1e9 } },
  { "money below the line is none",
    set = { ["money.amount"] = usd(999e6) }, expect = "clear" },
  { "money is counted together",
    set = { ["money.amount"] = usd(600e6) },
    add = more_money(400, "paid", "2024-01-23"),
    expect = "flagged", figures = { invested = 1e9 } },
  { "money between two sums cannot tell",
    set = { ["money.amount"] = { value = { min = 500e6, max = 2e9 }, currency = "USD" } },
    expect = "cannot-tell", needs = { "money.amount" } },
  { "much money alone is one sign", without = { "say" }, expect = "clear" },
  { "a consent that the developer needed is a sign",
    set = { ["say.type"] = "consent", ["say.holder"] = "lab", ["say.grantor"] = "cloudco" }, expect = "flagged" },
  { "a subsidiary's veto is a sign",
    set = { ["say.type"] = "veto", ["say.holder"] = "cloudarm" },
    add = {
      entities = { { id = "cloudarm", activities = { "cloud-provider" } } },
      holdings = { { holder = "cloudco", entity = "cloudarm", control = "sole" } },
    },
    expect = "flagged" },
  { "convertible notes are a sign",
    without = { "say" }, set = { ["money.instrument"] = "convertible" }, expect = "flagged" },
  { "a warrant is a sign",
    without = { "say" }, add = { agreements = { { type = "warrant", holder = "cloudco", grantor = "lab" } } },
    expect = "flagged" },
  { "an unknown instrument cannot tell",
    without = { "say" }, set = { ["money.instrument"] = null },
    expect = "cannot-tell", needs = { "money.instrument" } },
  { "a growing stake is a sign",
    without = { "say" }, add = stakes(5, 12), expect = "flagged" },
  { "a falling stake is none",
    without = { "say" }, add = stakes(12, 5), expect = "clear" },
  { "a stake that grew and was sold is none",
    without = { "say" }, add = stakes(5, 12, "2024-06-30"), expect = "clear" },
  { "a stake that may have been sold cannot tell",
    without = { "say" }, add = stakes(5, 12, null), expect = "cannot-tell", needs = { "part-2024-01-01.to" } },
  { "a developer that was acquired is on no path to it",
    add = acquired("closed", "2024-01-01", "2024-06-01"), expect = "out-of-scope" },
  { "an acquisition that is only announced is on the path",
    add = acquired("announced", "2024-12-01"), expect = "flagged" },
  { "an acquisition of unknown status cannot tell",
    add = acquired(nil, "2024-12-01"), expect = "cannot-tell", needs = { "deal.status" } },
  { "first notice of a change of control is a sign",
    set = { ["say.type"] = "right-of-first-notice", ["say.scope"] = "change-of-control" }, expect = "flagged" },
  { "first refusal over shares is a sign",
    set = { ["say.type"] = "right-of-first-refusal", ["say.scope"] = "shares" }, expect = "flagged" },
  { "first refusal over capacity is none",
    set = { ["say.type"] = "right-of-first-refusal", ["say.scope"] = "capacity" }, expect = "clear" },
  { "money due on milestones is a sign",
    without = { "say" },
    add = more_money(1000, "committed", "2024-06-01", true),
    expect = "flagged" },
  { "a small sum by convertible notes, with a veto, is two signs",
    set = {
      ["say.type"] = "veto", ["money.amount"] = usd(15e6),
      ["money.instrument"] = "convertible",
    },
    expect = "flagged" },
  { "a small convertible note in another currency is one sign where a rate is on file",
    without = { "say" },
    set = { ["money.amount"] = { value = 15e6, currency = "EUR" }, ["money.instrument"] = "convertible" },
    add = {
      rates = { { base = "EUR", quote = "USD", value = 1.085, from = "2024-02-26" } },
      holdings = { { holder = "cloudco", entity = "lab", stake = { min = 0, max = 1 }, control = "none" } },
    },
    expect = "clear" },
  { "and cannot tell where none is",
    without = { "say" },
    set = { ["money.amount"] = { value = 15e6, currency = "EUR" }, ["money.instrument"] = "convertible" },
    expect = "cannot-tell" },
  { "announced money is no interest", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "an investor that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "an interest that is proved to be for investment only rebuts",
    add = { observations = { { about = { "cloudco", "lab" }, says = "investment-only", strength = "moderate" } } },
    expect = "rebutted" },
  { "an interest that is only said to be for investment rebuts nothing",
    add = { observations = { { about = { "cloudco", "lab" }, says = "investment-only", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "where the status of money is unknown, it is open whether the investor has an interest in the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where it is not known what cloudco does, it is open whether the investor is a cloud provider",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "where every observation is on file, it is not so that the investor holds its interest in the developer solely for investment",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
  { "money of nothing is no interest", set = { ["money.amount"] = usd(0) }, expect = "out-of-scope" },
}
