return {
  rule = "fr/genai-maas",
  facts = {
    entities = {
      { id = "microsoft", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "newcomer", activities = { "cloud-provider" } }, { id = "commission", form = "agency", jurisdiction = "EU" },
    },
    agreements = { { id = "shop", type = "supply", holder = "microsoft", grantor = "lab", scope = { "api", "models" } } },
    investments = {
      {
        id = "money", investor = "microsoft", target = "lab", amount = { value = 2e9, currency = "USD" }, instrument = "equity",
        status = "paid", from = "2023-01-23",
      },
    },
  },

  { "a gatekeeper that sells models of a firm that it funds is flagged", expect = "flagged" },
  { "a small interest is clear: Microsoft and Mistral", set = { ["money.amount"] = { value = 15e6, currency = "USD" } },
    expect = "clear" },
  { "an exclusive outlet is flagged",
    without = { "money" }, add = { agreements = { { type = "exclusivity", holder = "microsoft", grantor = "lab", scope = "api" } } },
      expect = "flagged" },
  { "an unknown sum cannot tell", set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "who was not named is out of scope",
    set = { ["shop.holder"] = "newcomer", ["money.investor"] = "newcomer" }, expect = "out-of-scope" },
  { "who the file records as named is in scope",
    set = { ["shop.holder"] = "newcomer", ["money.investor"] = "newcomer" },
    add = { proceedings = { { authority = "commission", type = "x-designation", against = { "newcomer" }, from = "2024-01-01" } } },
      expect = "flagged" },
  { "who only rents computing is out of scope", set = { ["shop.scope"] = "hosting" }, expect = "out-of-scope" },
  { "before the first naming is out of scope", as_of = "2023-09-04", expect = "out-of-scope" },
  { "on that day it is not", as_of = "2023-09-05", expect = "flagged" },
}
