return {
  rule = "fr/genai-data",
  cannot_be = {
    { "applies 2", "false", "each subject is proposed by an agreement on data of the two" },
  },
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
  { "where the scope of data is unknown, it is open whether the holder has an agreement on data of the owner",
    set = { ["data.scope"] = null }, expect = "cannot-tell", needs = { "data.scope" } },
  { "where it is not known what lab does, it is open whether the holder develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where every observation is on file, it is not so that rivals can train on other data",
    complete = { { kind = "observation" } }, expect = "flagged" },
}
