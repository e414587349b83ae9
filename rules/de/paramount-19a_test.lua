return {
  rule = "de/paramount-19a",
  facts = {
    as_of = "2024-09-30",
    entities = {
      { id = "microsoft", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "newcomer", activities = { "cloud-provider" } }, { id = "office", form = "agency", jurisdiction = "DE" },
    },
    investments = {
      {
        id = "money", investor = "microsoft", target = "lab", amount = { value = 1e9, currency = "USD" }, instrument = "equity",
        status = "committed", from = "2020-01-01",
      },
    },
  },

  { "a material interest on the day of the naming is flagged", expect = "flagged" },
  { "the day before is clear", as_of = "2024-09-29", expect = "clear" },
  { "a small interest is out of scope: Microsoft and Mistral",
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } }, expect = "out-of-scope" },
  { "a small interest with exclusivity is flagged",
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } },
    add = { agreements = { { type = "exclusivity", holder = "microsoft", grantor = "lab", scope = "api" } } }, expect = "flagged" },
  { "an unknown sum cannot tell", set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "a firm that was not named is clear", set = { ["money.investor"] = "newcomer" }, expect = "clear" },
  { "a firm that the file records as named is flagged",
    set = { ["money.investor"] = "newcomer" },
    add = { proceedings = { { authority = "office", type = "x-designation", against = { "newcomer" }, from = "2024-01-01" } } },
      expect = "flagged" },
  { "before 2021 there was no such law", as_of = "2021-01-18", expect = "out-of-scope" },
  { "where it is not known whether microsoft has ended, it is open whether the firm has been named a firm of paramount significance",
    set = { ["microsoft.to"] = null }, expect = "cannot-tell", needs = { "microsoft.to" } },
}
