return {
  rule = "hsr/acqui-hire",
  facts = {
    as_of = "2025-01-01",
    entities = { { id = "buyer" }, { id = "target" } },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acqui-hire", from = "2024-03-19", status = "closed",
        closed = "2024-03-19", value = { value = 650e6, currency = "USD" },
      },
    },
  },

  { "a team and a licence for much money are flagged", expect = "flagged", open = 0, figures = { value = 650e6 },
    subject = { buyer = "buyer", target = "target" } },
  { "a value at the size of transaction is clear",
    set = { ["deal.value"] = { value = 119.5e6, currency = "USD" } }, expect = "clear" },
  { "a value just above is flagged",
    set = { ["deal.value"] = { value = 119500001, currency = "USD" } }, expect = "flagged" },
  { "a value just below is clear",
    set = { ["deal.value"] = { value = 119499999, currency = "USD" } }, expect = "clear" },
  { "the figure is that of the closing day",
    set = {
      ["deal.closed"] = "2024-03-05", ["deal.from"] = "2024-03-05",
      ["deal.value"] = { value = 115e6, currency = "USD" },
    },
    expect = "flagged" },
  { "a day later it is the next one",
    set = {
      ["deal.closed"] = "2024-03-06", ["deal.from"] = "2024-03-05",
      ["deal.value"] = { value = 115e6, currency = "USD" },
    },
    expect = "clear" },
  { "an unknown value cannot tell", set = { ["deal.value"] = null }, expect = "cannot-tell", needs = { "deal.value" } },
  { "an acquisition is another concern", set = { ["deal.type"] = "acquisition" }, expect = "out-of-scope" },
  { "a deal of unknown type cannot tell",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "an abandoned deal gives nobody to ask about",
    set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2024-11-01" }, unset = { "deal.closed" },
    expect = "not-applicable" },
}
