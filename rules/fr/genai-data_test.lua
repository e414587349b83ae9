return {
  rule = "fr/genai-data",
  facts = {
    entities = { { id = "lab", activities = { "ai-developer" } }, { id = "press", activities = { "x-publisher" } } },
    agreements = { { id = "data", type = "exclusivity", holder = "lab", grantor = "press", scope = "x-data" } },
  },

  { "data for one developer alone is flagged", expect = "flagged", open = 1 },
  { "preferred is not exclusive", set = { ["data.degree"] = "preferred" }, expect = "clear" },
  { "an exclusive licence is flagged", set = { ["data.type"] = "ip-licence", ["data.exclusive"] = true }, expect = "flagged" },
  { "a licence that others have too is clear", set = { ["data.type"] = "ip-licence", ["data.exclusive"] = false }, expect = "clear" },
  { "a licence that does not say cannot tell", set = { ["data.type"] = "ip-licence" }, expect = "cannot-tell",
    needs = { "data.exclusive" } },
  { "who does not develop AI is out of scope", set = { ["lab.activities"] = { "retailer" } }, expect = "out-of-scope" },
  { "an agreement on something else gives nobody to ask about", set = { ["data.scope"] = "api" }, expect = "not-applicable" },
  { "other data to train on rebuts",
    add = { observations = { { about = "press", says = "substitute", strength = "moderate" } } }, expect = "rebutted" },
}
