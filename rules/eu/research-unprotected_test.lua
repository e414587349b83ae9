return {
  rule = "eu/research-unprotected",
  facts = {
    entities = { { id = "one", activities = { "cloud-provider" } }, { id = "two", activities = { "cloud-provider" } } },
    markets = { { id = "m", product = "ai-accelerators", geography = "EEA" } },
    shares = {
      { id = "one-share", market = "m", entity = "one", percent = 16, from = "2023-12-31" },
      { id = "two-share", market = "m", entity = "two", percent = 10, from = "2023-12-31" },
    },
    agreements = { { id = "work", type = "joint-build", holder = "one", grantor = "two", scope = "chip-design", from = "2024-01-01",
      market = "m" } },
  },

  { "26 % together is flagged", expect = "flagged", figures = { together = 26 } },
  { "25 % together is within the line", set = { ["two-share.percent"] = 9 }, expect = "clear" },
  { "just above is not", set = { ["two-share.percent"] = 9.1 }, expect = "flagged" },
  { "an unknown share cannot tell", set = { ["two-share.percent"] = null }, expect = "cannot-tell", needs = { "two-share.percent" } },
  { "who does not sell in the market is no competitor there", without = { "two-share" }, expect = "out-of-scope" },
  { "work on something else is out of scope", set = { ["work.scope"] = "hosting" }, expect = "out-of-scope" },
  { "before the regulation is out of scope", as_of = "2023-06-30",
    set = { ["work.from"] = "2023-01-01", ["one-share.from"] = "2022-12-31", ["two-share.from"] = "2022-12-31" },
      expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2023-07-01",
    set = { ["work.from"] = "2023-01-01", ["one-share.from"] = "2022-12-31", ["two-share.from"] = "2022-12-31" }, expect = "flagged" },
  { "no agreement, nobody to ask about", without = { "work" }, expect = "not-applicable" },
}
