return {
  rule = "eu/dma-gatekeeper",
  facts = {
    as_of = "2024-09-01",
    entities = {
      { id = "microsoft", activities = { "cloud-provider", "software" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "newcomer", activities = { "software" } }, { id = "commission", form = "agency", jurisdiction = "EU" },
    },
    transactions = {
      { id = "deal", acquirer = "microsoft", target = "lab", type = "acqui-hire", status = "closed", from = "2024-03-19",
        closed = "2024-03-19" },
    },
  },

  { "a deal of a named gatekeeper is flagged", expect = "flagged", open = 1 },
  { "a deal of a firm that was not named is out of scope", set = { ["deal.acquirer"] = "newcomer" }, expect = "out-of-scope" },
  { "a firm that the file records as named is flagged",
    set = { ["deal.acquirer"] = "newcomer" },
    add = { proceedings = { { authority = "commission", type = "x-designation", against = { "newcomer" }, from = "2024-01-01" } } },
    expect = "flagged" },
  { "a subsidiary of a gatekeeper is one",
    set = { ["deal.acquirer"] = "arm" },
    add = {
      entities = { { id = "arm", activities = { "software" } } },
      holdings = { { holder = "microsoft", entity = "arm", control = "sole" } },
    },
    expect = "flagged" },
  { "a stake without control is clear", set = { ["deal.type"] = "partial" }, expect = "clear" },
  { "a deal that closed before the duty is out of scope",
    set = { ["deal.from"] = "2024-02-01", ["deal.closed"] = "2024-03-05" }, expect = "out-of-scope" },
  { "a deal that closed on its first day is not",
    set = { ["deal.from"] = "2024-02-01", ["deal.closed"] = "2024-03-06" }, expect = "flagged" },
  { "a Commission that was told rebuts",
    add = {
      proceedings = { { authority = "commission", type = "x-notification", against = { "microsoft", "lab" }, from = "2024-03-01" } },
    },
    expect = "rebutted" },
  { "an unknown kind of deal cannot tell", set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
}
