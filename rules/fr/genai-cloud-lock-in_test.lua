return {
  rule = "fr/genai-cloud-lock-in",
  facts = {
    entities = { { id = "cloudco", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } } },
    agreements = {
      { id = "hosting", type = "exclusivity", holder = "cloudco", grantor = "lab", scope = "hosting" },
      { id = "fee", type = "x-exit-fee", holder = "cloudco", grantor = "lab" },
    },
    investments = {
      {
        id = "credits", investor = "cloudco", target = "lab", amount = { value = 1e6, currency = "EUR" }, instrument = "equity",
        status = "paid", from = "2024-01-01",
      },
    },
  },

  { "exclusive hosting and a fee for leaving are flagged", expect = "flagged", open = 1 },
  { "one tie is clear", without = { "fee" }, expect = "clear" },
  { "credits are a tie", without = { "fee" }, set = { ["credits.instrument"] = "credits" }, expect = "flagged" },
  { "money of unknown form cannot tell",
    without = { "fee" }, set = { ["credits.instrument"] = null }, expect = "cannot-tell", needs = { "credits.instrument" } },
  { "a spending commitment is a tie",
    without = { "hosting" }, add = { agreements = { { type = "spend-commitment", holder = "cloudco", grantor = "lab" } } },
      expect = "flagged" },
  { "primary hosting is none", set = { ["hosting.degree"] = "primary" }, expect = "clear" },
  { "a provider that sells no cloud is out of scope", set = { ["cloudco.activities"] = { "software" } }, expect = "out-of-scope" },
  { "several clouds in use rebut",
    add = { observations = { { about = { "lab", "cloudco" }, says = "multi-homing", strength = "moderate" } } }, expect = "rebutted" },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where it is not known what cloudco does, it is open whether the provider is a cloud provider",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "where every observation is on file, it is not so that the developer uses the clouds of others beside that of the provider",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
}
