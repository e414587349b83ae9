return {
  rule = "fr/genai-chips",
  facts = {
    entities = { { id = "maker", activities = { "chip-designer" } }, { id = "lab", activities = { "ai-developer" } } },
    markets = { { id = "chips", product = "ai-accelerators", geography = "worldwide" } },
    shares = { { id = "share", market = "chips", entity = "maker", percent = 90, from = "2024-06-30" } },
    investments = {
      {
        id = "money", investor = "maker", target = "lab", amount = { value = 1e9, currency = "USD" }, instrument = "equity",
        status = "committed", from = "2024-01-01",
      },
    },
  },

  { "a chip maker that others depend on and that funds a customer is flagged", expect = "flagged", open = 1, figures = { share = 90 } },
  { "half of the market is enough", set = { ["share.percent"] = 50 }, expect = "flagged" },
  { "less is clear", set = { ["share.percent"] = 49 }, expect = "clear" },
  { "an unknown share cannot tell", set = { ["share.percent"] = null }, expect = "cannot-tell", needs = { "share.percent" } },
  { "a cloud provider needs chips too", set = { ["lab.activities"] = { "cloud-provider" } }, expect = "flagged" },
  { "a retailer does not", set = { ["lab.activities"] = { "retailer" } }, expect = "clear" },
  { "announced money is no interest", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a firm that makes no chips is out of scope", set = { ["maker.activities"] = { "software" } }, expect = "out-of-scope" },
  { "other chips to turn to rebut",
    add = { observations = { { about = "chips", says = "substitute", strength = "moderate" } } }, expect = "rebutted" },
}
