return {
  rule = "fr/genai-integration",
  facts = {
    entities = { { id = "giant", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    markets = { { id = "office", product = "office-software", geography = "EEA" } },
    shares = { { id = "share", market = "office", entity = "giant", percent = 60, from = "2024-06-30" } },
    agreements = { { id = "licence", type = "ip-licence", holder = "giant", grantor = "lab", scope = "models" } },
  },

  { "a strong product that can carry the model is flagged", expect = "flagged", open = 1, figures = { share = 60 } },
  { "40 % is enough", set = { ["share.percent"] = 40 }, expect = "flagged" },
  { "39 % is not", set = { ["share.percent"] = 39 }, expect = "clear" },
  { "an unknown share cannot tell", set = { ["share.percent"] = null }, expect = "cannot-tell", needs = { "share.percent" } },
  { "a market of models is not what the model is tied into",
    set = { ["office.product"] = "generative-ai-models" }, expect = "out-of-scope" },
  { "a licence of something else is out of scope", set = { ["licence.scope"] = "chip-design" }, expect = "out-of-scope" },
  { "no licence, nobody to ask about", without = { "licence" }, expect = "not-applicable" },
  { "models of others in the product rebut",
    add = { observations = { { about = "office", says = "multi-homing", strength = "moderate" } } }, expect = "rebutted" },
}
