local usd = require "money_test".usd

--- Another commitment of the lab to spend with the cloud provider, of some billions, in words of its own.
local function also_spent(billions, words)
  words.type, words.holder, words.grantor = "spend-commitment", words.holder or "cloudco", "lab"
  words.from, words.amount = "2024-01-01", usd(billions * 1e9)
  return { agreements = { words } }
end

return {
  rule = "ftc-6b/circular-spending",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "othercloud", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = usd(10e9),
        paid = usd(8e9), status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "spend", type = "spend-commitment", holder = "cloudco", grantor = "lab",
        amount = usd(4e9), from = "2023-01-23",
      },
    },
  },

  { "two fifths of the money coming back is flagged, committed and paid told apart",
    expect = "flagged", figures = { multiple = 40, percentage = 50, portion = 40 } },
  { "a quarter coming back is flagged",
    set = { ["spend.amount"] = usd(2.5e9) }, expect = "flagged", figures = { portion = 25 } },
  { "less than a quarter is clear",
    set = { ["spend.amount"] = usd(2.49e9) }, expect = "clear" },
  { "no more than the whole investment comes back, and the multiple says how much more is spent",
    set = { ["spend.amount"] = usd(190e9) },
    expect = "flagged", figures = { multiple = 1900, portion = 100 } },
  { "two commitments add up",
    set = { ["spend.amount"] = usd(2e9) },
    add = also_spent(1, { scope = "training" }),
    expect = "flagged", figures = { portion = 30 } },
  { "a total replaces the money before it",
    add = {
      investments = {
        {
          investor = "cloudco", target = "lab", amount = usd(16e9), status = "committed",
          cumulative = true, from = "2024-01-01",
        },
      },
    },
    expect = "flagged", figures = { portion = 25 } },
  { "an unknown commitment cannot tell",
    set = { ["spend.amount"] = null }, expect = "cannot-tell", needs = { "spend.amount" } },
  { "a commitment between two amounts cannot tell",
    set = { ["spend.amount"] = { value = { min = 2e9, max = 3e9 }, currency = "USD" } },
    expect = "cannot-tell", needs = { "spend.amount" } },
  { "an unknown investment cannot tell",
    set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "amounts in two currencies without a rate cannot tell",
    set = { ["spend.amount"] = { value = 4e9, currency = "EUR" } }, expect = "cannot-tell" },
  { "spending with another cloud does not come back", set = { ["spend.holder"] = "othercloud" }, expect = "clear" },
  { "without a commitment nothing comes back", without = { "spend" }, expect = "clear" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a customer whom the cloud does not fund is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "where the status of money is unknown, it is open whether the investor has put money into the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where it is not known whether spend has ended, it is open whether the developer must spend spending with the investor: multiple of",
    set = { ["spend.to"] = null }, expect = "cannot-tell", needs = { "spend.to" } },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
  { "what is part of a commitment is in its sum",
    set = { ["spend.amount"] = usd(2e9) },
    add = also_spent(1, { part_of = "spend" }),
    expect = "clear", figures = { portion = 20 } },
  { "what is part of a framework counts, for the framework has no sum of its own",
    set = { ["spend.part_of"] = "frame" },
    add = { agreements = { { id = "frame", type = "partnership", holder = "cloudco", grantor = "lab", from = "2023-01-23" } } },
    expect = "flagged", figures = { portion = 40 } },
  { "a commitment that another replaced counts no more",
    set = { ["spend.amount"] = usd(2e9) },
    add = also_spent(2, { replaces = "spend" }),
    expect = "clear", figures = { portion = 20 } },
  { "of what several clouds may earn nobody knows whose part is whose",
    set = { ["spend.holder"] = { "cloudco", "othercloud" } }, expect = "cannot-tell",
    subject = { investor = "cloudco", developer = "lab" } },
  { "of what several must spend neither",
    set = { ["spend.grantor"] = { "lab", "othercloud" } }, expect = "cannot-tell",
    subject = { investor = "cloudco", developer = "lab" } },
  { "a shared commitment decides nothing where all of it is too little",
    set = { ["spend.holder"] = { "cloudco", "othercloud" }, ["spend.amount"] = usd(2.4e9) },
    expect = "clear", subject = { investor = "cloudco", developer = "lab" } },
  { "what is shared takes nothing from what is surely its own",
    add = also_spent(1, { holder = { "cloudco", "othercloud" } }), expect = "flagged",
    subject = { investor = "cloudco", developer = "lab" }, figures = { portion = { min = 40, max = 50 } } },
  { "and too little of its own stays open, for all of what is shared may be its own", set = { ["spend.amount"] = usd(2e9) },
    add = also_spent(1, { holder = { "cloudco", "othercloud" } }), expect = "cannot-tell",
    subject = { investor = "cloudco", developer = "lab" }, figures = { portion = { min = 20, max = 30 } } },
  { "a shared commitment of nothing is nothing",
    set = { ["spend.holder"] = { "cloudco", "othercloud" }, ["spend.amount"] = usd(0) },
    expect = "clear", subject = { investor = "cloudco", developer = "lab" }, figures = { sum = 0 } },
  { "a unit of the cloud provider beside it is no other cloud",
    set = { ["spend.holder"] = { "cloudco", "othercloud" } },
    add = { holdings = { { holder = "cloudco", entity = "othercloud", stake = 100, control = "sole" } } }, expect = "flagged" },
}
