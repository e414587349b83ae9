return {
  rule = "uk/acquihire",
  cannot_be = {
    { "applies 1", "false", "each subject is proposed by a team that came over" },
  },
  facts = {
    as_of = "2024-12-01",
    entities = { { id = "giant", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    transactions = {
      {
        id = "hire", acquirer = "giant", target = "lab", type = "acqui-hire", status = "closed", from = "2024-03-19",
          closed = "2024-03-19",
        value = { value = 650e6, currency = "USD" },
      },
    },
    agreements = { { id = "licence", type = "ip-licence", holder = "giant", grantor = "lab", scope = "models", from = "2024-03-19" } },
  },

  { "the shape of Microsoft and Inflection is flagged: team, licence and money", expect = "flagged" },
  { "a team with a licence is", set = { ["hire.value"] = { value = 0, currency = "USD" } }, expect = "flagged" },
  { "a team at a price of 100 million is", without = { "licence" }, set = { ["hire.value"] = { value = 100e6, currency = "USD" } },
    expect = "flagged" },
  { "people alone are clear", without = { "licence" }, set = { ["hire.value"] = { value = 99e6, currency = "USD" } }, expect = "clear" },
  { "an unknown price without a licence cannot tell",
    without = { "licence" }, set = { ["hire.value"] = null }, expect = "cannot-tell", needs = { "hire.value" } },
  { "an unknown kind of deal cannot tell", set = { ["hire.type"] = null }, expect = "cannot-tell" },
  { "a purchase is no hiring", set = { ["hire.type"] = "acquisition" }, expect = "not-applicable" },
}
