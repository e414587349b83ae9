return {
  rule = "merger-guidelines-2023/consolidation-trend",
  facts = {
    entities = { { id = "buyer" }, { id = "target" } },
    markets = {
      { id = "m", product = "widgets", geography = "US" }, { id = "n", product = "gadgets", geography = "US" },
    },
    shares = { { id = "buyer-share", market = "m", entity = "buyer", percent = 20, from = "2024-06-30" } },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
    observations = { { id = "seen", about = "m", says = "trend", strength = "moderate" } },
  },

  { "a deal in a market that consolidates is flagged", expect = "flagged", open = 0,
    subject = { buyer = "buyer", target = "target", market = "m" } },
  { "a trend by hearsay is clear", set = { ["seen.strength"] = "weak" }, expect = "clear" },
  { "a trend of unknown strength cannot tell",
    set = { ["seen.strength"] = null }, expect = "cannot-tell", needs = { "seen.strength" } },
  { "a trend elsewhere is clear", set = { ["seen.about"] = "n" }, expect = "clear" },
  { "a trend that has ended is clear", set = { ["seen.to"] = "2024-12-31" }, expect = "clear" },
  { "a stake is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "firms on no market give nobody to ask about", without = { "buyer-share" }, expect = "not-applicable" },
  { "a deal closed under the older text is out of scope",
    set = { ["deal.from"] = "2023-06-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-12-17" },
    expect = "out-of-scope" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target or takes it over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
}
