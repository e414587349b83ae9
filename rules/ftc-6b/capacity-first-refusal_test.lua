return {
  rule = "ftc-6b/capacity-first-refusal",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    markets = { { id = "cloud", product = "cloud-infrastructure", geography = "worldwide", table = "top" } },
    shares = { { id = "cloudco-share", market = "cloud", entity = "cloudco", percent = 25, from = "2024-09-30" } },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "right", type = "right-of-first-refusal", holder = "cloudco", grantor = "lab", scope = "capacity",
        from = "2024-06-01",
      },
    },
  },

  { "a funding cloud that may match any offer of capacity is flagged", expect = "flagged", open = 1 },
  { "a share at the line is flagged", set = { ["cloudco-share.percent"] = 20 }, expect = "flagged" },
  { "a share below the line is clear", set = { ["cloudco-share.percent"] = 19.9 }, expect = "clear" },
  { "a share range that straddles the line cannot tell",
    set = { ["cloudco-share.percent"] = { min = 18, max = 22 } },
    expect = "cannot-tell", needs = { "cloudco-share.percent" } },
  { "first refusal over shares is another concern", set = { ["right.scope"] = "shares" }, expect = "clear" },
  { "first notice is no first refusal", set = { ["right.type"] = "right-of-first-notice" }, expect = "clear" },
  { "a right of unknown scope cannot tell",
    set = { ["right.scope"] = null }, expect = "cannot-tell", needs = { "right.scope" } },
  { "a right that has ended is none", set = { ["right.to"] = "2024-12-31" }, expect = "clear" },
  { "a right that begins later is none yet", set = { ["right.from"] = "2025-01-21" }, expect = "clear" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a firm that does not develop AI is out of scope",
    set = { ["lab.activities"] = { "software" } }, expect = "out-of-scope" },
  { "a waiver for capacity rebuts",
    add = { agreements = { { type = "waiver", holder = "lab", grantor = "cloudco", scope = "capacity" } } },
    expect = "rebutted" },
  { "a waiver of something else rebuts nothing",
    add = { agreements = { { type = "waiver", holder = "lab", grantor = "cloudco", scope = "api" } } },
    expect = "flagged", open = 1 },
  { "a consent to own capacity is no waiver",
    add = { agreements = { { type = "consent", holder = "lab", grantor = "cloudco", scope = "capacity" } } },
    expect = "flagged", open = 1 },
}
