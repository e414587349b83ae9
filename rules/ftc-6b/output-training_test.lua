return {
  rule = "ftc-6b/output-training",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider", "ai-developer" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      { id = "right", type = "output-training", holder = "cloudco", grantor = "lab", from = "2023-01-23" },
    },
  },

  { "an investor that trains its own models on the developer's output is flagged", expect = "flagged", open = 0 },
  { "a licence to use the models is another concern", set = { ["right.type"] = "ip-licence" }, expect = "clear" },
  { "the right the other way is none",
    set = { ["right.holder"] = "lab", ["right.grantor"] = "cloudco" }, expect = "clear" },
  { "a right that has ended is none", set = { ["right.to"] = "2024-12-31" }, expect = "clear" },
  { "an investor without models of its own is clear",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, expect = "clear" },
  { "an investor of unknown activities cannot tell",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "a right that may have ended cannot tell",
    set = { ["right.to"] = { min = "2024-06-30", max = "2025-06-30" } },
    expect = "cannot-tell", needs = { "right.to" } },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "without the money it is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "where the status of money is unknown, it is open whether the investor has put money into the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
}
