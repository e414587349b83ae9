return {
  rule = "eu/fdi-screening",
  facts = {
    as_of = "2028-02-01",
    entities = {
      { id = "buyer", activities = { "investor" }, jurisdiction = "US" }, { id = "target", activities = { "ai-developer" } },
    },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2028-01-20" },
    },
    financials = {
      { id = "sales", entity = "target", metric = "revenue", geography = "FR", amount = { value = 1e6, currency = "EUR" },
        from = "2027-12-31" },
    },
  },

  { "a foreign buyer of a developer of AI is flagged", expect = "flagged" },
  { "a buyer from the Union is out of scope", set = { ["buyer.jurisdiction"] = "DE" }, expect = "out-of-scope" },
  { "a buyer of unknown seat cannot tell", unset = { "buyer.jurisdiction" }, expect = "cannot-tell", needs = { "buyer.jurisdiction" } },
  { "a field that need not be screened is clear", set = { ["target.activities"] = { "retailer" } }, expect = "clear" },
  { "unknown activities cannot tell", set = { ["target.activities"] = null }, expect = "cannot-tell", needs = { "target.activities" } },
  { "a target outside the Union is out of scope", set = { ["sales.geography"] = "GB" }, expect = "out-of-scope" },
  { "the day before it applies is out of scope", as_of = "2028-01-16", set = { ["deal.from"] = "2028-01-10" }, expect = "out-of-scope" },
  { "its first day is not", as_of = "2028-01-17", set = { ["deal.from"] = "2028-01-10" }, expect = "flagged" },
  { "where the geography of sales is unknown, it is open whether the target is active in the Union",
    set = { ["sales.geography"] = null }, expect = "cannot-tell", needs = { "sales.geography" } },
}
