return {
  rule = "ftc-6b/release-parity",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      { id = "parity", type = "release-parity", holder = "cloudco", grantor = "lab", from = "2023-01-23" },
    },
  },

  { "a developer that must release in the investor's channel too is flagged", expect = "flagged", open = 0 },
  { "exclusivity over the API is another concern", set = { ["parity.type"] = "exclusivity" }, expect = "clear" },
  { "parity owed to the developer is none",
    set = { ["parity.holder"] = "lab", ["parity.grantor"] = "cloudco" }, expect = "clear" },
  { "parity that has ended is none", set = { ["parity.to"] = "2024-12-31" }, expect = "clear" },
  { "parity that may have ended cannot tell",
    set = { ["parity.to"] = { min = "2024-06-30", max = "2025-06-30" } },
    expect = "cannot-tell", needs = { "parity.to" } },
  { "a developer of unknown activities cannot tell",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a channel that does not fund the developer is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "where the status of money is unknown, it is open whether the investor has put money into the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
}
