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
        id = "money", investor = "cloudco", target = "lab", amount = { value = 10e9, currency = "USD" },
        paid = { value = 8e9, currency = "USD" }, status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "spend", type = "spend-commitment", holder = "cloudco", grantor = "lab",
        amount = { value = 4e9, currency = "USD" }, from = "2023-01-23",
      },
    },
  },

  { "two fifths of the money coming back is flagged, committed and paid told apart",
    expect = "flagged", figures = { multiple = 40, percentage = 50, portion = 40 } },
  { "a quarter coming back is flagged",
    set = { ["spend.amount"] = { value = 2.5e9, currency = "USD" } }, expect = "flagged", figures = { portion = 25 } },
  { "less than a quarter is clear",
    set = { ["spend.amount"] = { value = 2.49e9, currency = "USD" } }, expect = "clear" },
  { "no more than the whole investment comes back, and the multiple says how much more is spent",
    set = { ["spend.amount"] = { value = 190e9, currency = "USD" } },
    expect = "flagged", figures = { multiple = 1900, portion = 100 } },
  { "two commitments add up",
    set = { ["spend.amount"] = { value = 2e9, currency = "USD" } },
    add = {
      agreements = {
        {
          type = "spend-commitment", holder = "cloudco", grantor = "lab", scope = "training", from = "2024-01-01",
          amount = { value = 1e9, currency = "USD" },
        },
      },
    },
    expect = "flagged", figures = { portion = 30 } },
  { "a total replaces the money before it",
    add = {
      investments = {
        {
          investor = "cloudco", target = "lab", amount = { value = 16e9, currency = "USD" }, status = "committed",
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
}
