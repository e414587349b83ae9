return {
  rule = "ftc-6b/switching-costs",
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
      {
        id = "bound", type = "exclusivity", holder = "cloudco", grantor = "lab", scope = "api",
        from = "2024-01-01", to = "2025-06-30",
      },
      {
        id = "spend", type = "spend-commitment", holder = "cloudco", grantor = "lab",
        amount = { value = 1e9, currency = "USD" }, from = "2024-01-01", to = "2025-12-31",
      },
    },
  },

  { "an exclusivity and a spending commitment are two ties", expect = "flagged", open = 1 },
  { "one tie is not enough", without = { "bound" }, expect = "clear" },
  { "a preferred provider is no tie", set = { ["bound.degree"] = "preferred" }, expect = "clear" },
  { "a spending commitment that runs five years is a long tie too",
    without = { "bound" }, set = { ["spend.from"] = "2023-01-01", ["spend.to"] = "2027-12-31" },
    expect = "flagged" },
  { "a day less than five years is not long",
    without = { "bound" }, set = { ["spend.from"] = "2023-01-01", ["spend.to"] = "2027-12-30" }, expect = "clear" },
  { "a term that may be long cannot tell",
    without = { "bound" }, set = { ["spend.to"] = { min = "2026-12-31", max = "2030-12-31" } },
    expect = "cannot-tell", needs = { "spend.to" } },
  { "a term without a known end is as long as it has run so far",
    without = { "bound" }, unset = { "spend.to" }, expect = "clear" },
  { "a framework of many years counts as the long tie",
    without = { "bound" },
    add = {
      agreements = {
        { type = "partnership", holder = "lab", grantor = "cloudco", from = "2019-07-22", to = "2030-12-31" },
      },
    },
    expect = "flagged" },
  { "systems built together are a tie whoever is named first",
    without = { "bound" },
    add = { agreements = { { type = "joint-build", holder = "lab", grantor = "cloudco", from = "2024-09-30" } } },
    expect = "flagged" },
  { "a first refusal and a licence are two ties",
    without = { "bound", "spend" },
    add = {
      agreements = {
        { type = "right-of-first-refusal", holder = "cloudco", grantor = "lab", from = "2024-09-30" },
        { type = "ip-licence", holder = "cloudco", grantor = "lab", from = "2024-09-30" },
      },
    },
    expect = "flagged" },
  { "a tie that has ended is none", set = { ["bound.to"] = "2024-12-31" }, expect = "clear" },
  { "an investor of unknown activities cannot tell",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "an investor that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "a customer whom the cloud does not fund is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a developer that runs on several clouds rebuts",
    add = { observations = { { about = "lab", says = "multi-homing", strength = "moderate" } } }, expect = "rebutted" },
  { "several clouds that are only claimed rebut nothing",
    add = { observations = { { about = "lab", says = "multi-homing", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "an observation of unknown strength leaves it open",
    add = { observations = { { about = "lab", says = "multi-homing" } } }, expect = "flagged", open = 1 },
}
