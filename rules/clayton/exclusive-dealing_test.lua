return {
  rule = "clayton/exclusive-dealing",
  facts = {
    entities = { { id = "seller" }, { id = "clinic" }, { id = "hospital" }, { id = "free" } },
    markets = {
      { id = "m", product = "widgets", geography = "US", measure = "revenue" },
      { id = "n", product = "gadgets", geography = "US", measure = "revenue" },
    },
    shares = {
      { id = "seller-share", market = "m", entity = "seller", measure = "revenue", percent = 60, from = "2024-06-30" },
      {
        id = "clinic-share", market = "m", entity = "clinic", measure = "purchases", percent = 30, from = "2024-06-30",
      },
      {
        id = "hospital-share", market = "m", entity = "hospital", measure = "purchases", percent = 20,
        from = "2024-06-30",
      },
    },
    agreements = {
      {
        id = "one", type = "exclusivity", holder = "seller", grantor = "clinic", market = "m", from = "2023-01-01",
        to = "2025-12-31", notice = 730,
      },
      {
        id = "two", type = "exclusivity", holder = "seller", grantor = "hospital", market = "m", from = "2023-01-01",
        to = "2025-12-31", notice = 730,
      },
    },
  },

  { "long contracts that close half of the market for goods are flagged", expect = "flagged", open = 1,
    subject = { seller = "seller", market = "m" }, figures = { closed = 50, longest = 36 } },
  { "40 % closed is enough", set = { ["hospital-share.percent"] = 10 }, expect = "flagged", figures = { closed = 40 } },
  { "less is clear", set = { ["hospital-share.percent"] = 9.9 }, expect = "clear" },
  { "purchases that are not on file cannot tell",
    set = { ["clinic-share.percent"] = null, ["hospital-share.percent"] = null }, expect = "cannot-tell" },
  { "a range that straddles the line cannot tell",
    set = { ["hospital-share.percent"] = { min = 5, max = 15 } }, expect = "cannot-tell",
    needs = { "hospital-share.percent" } },
  { "contracts of a year are clear",
    set = {
      ["one.from"] = "2024-07-01", ["one.to"] = "2025-06-30", ["two.from"] = "2024-07-01", ["two.to"] = "2025-06-30",
    },
    expect = "clear", figures = { longest = 12 } },
  { "a month more is flagged",
    set = {
      ["one.from"] = "2024-07-01", ["one.to"] = "2025-07-31", ["two.from"] = "2024-07-01", ["two.to"] = "2025-06-30",
    },
    expect = "flagged" },
  { "cloud services are no goods", set = { ["m.product"] = "cloud-infrastructure" }, expect = "out-of-scope" },
  { "an API is no good", set = { ["m.product"] = "enterprise-llm-api" }, expect = "out-of-scope" },
  { "accelerators are goods", set = { ["m.product"] = "ai-accelerators" }, expect = "flagged" },
  { "preferred suppliers bind nobody",
    set = { ["one.degree"] = "preferred", ["two.degree"] = "preferred" }, expect = "not-applicable" },
  { "contracts in another market are clear", set = { ["one.market"] = "n", ["two.market"] = "n" }, expect = "clear" },
  { "contracts of an unknown market cannot tell",
    unset = { "one.market", "two.market" }, expect = "cannot-tell", needs = { "one.market" } },
  { "a buyer's exclusivity is not the seller's",
    without = { "seller-share" }, expect = "not-applicable" },
  { "contracts that are easy to end rebut", set = { ["one.notice"] = 365, ["two.notice"] = 30 }, expect = "rebutted" },
  { "one that is not leaves the concern",
    set = { ["one.notice"] = 366, ["two.notice"] = 30 }, expect = "flagged", open = 1 },
  { "a notice that is not on file stays open", unset = { "one.notice", "two.notice" }, expect = "flagged", open = 2 },
  { "entry in spite of the contracts rebuts",
    add = { observations = { { about = "m", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
  { "contracts that have ended give nobody to ask about",
    set = { ["one.to"] = "2024-12-31", ["two.to"] = "2024-12-31" }, expect = "not-applicable" },
}
