return {
  rule = "uk/ai-fm-risk",
  facts = {
    entities = { { id = "giant", activities = { "cloud-provider", "software" } }, { id = "lab", activities = { "ai-developer" } } },
    investments = {
      {
        id = "money", investor = "giant", target = "lab", amount = { value = 2e9, currency = "USD" }, instrument = "equity",
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = { { id = "computing", type = "supply", holder = "lab", grantor = "giant", scope = "hosting", exclusive = false } },
  },

  { "a cloud provider that funds and supplies a developer is flagged", expect = "flagged", figures = { invested = 2e9 } },
  { "the line of money", set = { ["money.amount"] = { value = 1e9, currency = "USD" } }, expect = "flagged" },
  { "below it is out of scope", set = { ["money.amount"] = { value = 999e6, currency = "USD" } }, expect = "out-of-scope" },
  { "an unknown sum cannot tell", set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "money alone is clear", without = { "computing" }, expect = "clear" },
  { "money and a rival product is flagged",
    without = { "computing" }, set = { ["giant.activities"] = { "ai-developer" } }, expect = "flagged" },
  { "a strong product with a licence is flagged",
    without = { "computing" },
    add = {
      markets = { { id = "office", product = "office-software" } },
      shares = { { market = "office", entity = "giant", percent = 40, from = "2024-06-30" } },
      agreements = { { type = "ip-licence", holder = "giant", grantor = "lab", scope = "models" } },
    },
    expect = "flagged" },
  { "a weaker product with a licence is clear",
    without = { "computing" },
    add = {
      markets = { { id = "office", product = "office-software" } },
      shares = { { market = "office", entity = "giant", percent = 39, from = "2024-06-30" } },
      agreements = { { type = "ip-licence", holder = "giant", grantor = "lab", scope = "models" } },
    },
    expect = "clear" },
  { "a firm that does not develop AI is out of scope", set = { ["lab.activities"] = { "software" } }, expect = "out-of-scope" },
}
