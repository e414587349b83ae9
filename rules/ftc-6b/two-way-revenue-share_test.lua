return {
  rule = "ftc-6b/two-way-revenue-share",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider", "ai-developer" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    agreements = {
      { id = "there", type = "revenue-share", holder = "cloudco", grantor = "lab", from = "2023-01-23" },
      { id = "back", type = "revenue-share", holder = "lab", grantor = "cloudco", from = "2023-01-23" },
    },
  },

  { "competitors that share revenue both ways are flagged",
    expect = "flagged", open = 0, subject = { investor = "cloudco", developer = "lab" } },
  { "one way only is clear", without = { "back" }, expect = "clear" },
  { "it is clear once one direction has ended", set = { ["back.to"] = "2024-12-31" }, expect = "clear" },
  { "a direction that may have ended cannot tell",
    set = { ["back.to"] = { min = "2024-06-30", max = "2025-06-30" } },
    expect = "cannot-tell", needs = { "back.to" } },
  { "firms that do not compete are clear",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, expect = "clear" },
  { "competition that was observed counts",
    set = { ["cloudco.activities"] = { "cloud-provider" } },
    add = { observations = { { about = { "cloudco", "lab" }, says = "head-to-head", strength = "moderate" } } },
    expect = "flagged" },
  { "competition with somebody else does not count",
    set = { ["cloudco.activities"] = { "cloud-provider" } },
    add = {
      entities = { { id = "otherlab", activities = { "ai-developer" } } },
      observations = { { about = { "otherlab", "lab" }, says = "head-to-head", strength = "strong" } },
    },
    expect = "clear" },
  { "sales in one market count as competition",
    set = { ["cloudco.activities"] = { "cloud-provider" } },
    add = {
      markets = { { id = "bots", product = "ai-chatbots", geography = "worldwide" } },
      shares = {
        { market = "bots", entity = "cloudco", percent = 5, from = "2024-09-30" },
        { market = "bots", entity = "lab", percent = 60, from = "2024-09-30" },
      },
    },
    expect = "flagged" },
  { "a developer of unknown activities cannot tell",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" },
    subject = { investor = "cloudco", developer = "lab" } },
  { "a partner that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "ai-developer" } }, expect = "out-of-scope" },
}
