local function eur(value) return { value = value, currency = "EUR" } end

return {
  rule = "eu/fsr-notification",
  facts = {
    as_of = "2024-09-01",
    entities = { { id = "buyer", activities = { "investor" } }, { id = "target", activities = { "software" } } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-06-01" },
    },
    financials = {
      { id = "t-eu", entity = "target", metric = "revenue", geography = "EU", amount = eur(500e6), from = "2023-12-31" },
      { id = "b-gift", entity = "buyer", metric = "x-foreign-contributions", amount = eur(51e6), from = "2024-05-31" },
    },
  },

  { "a target of 500 million and 51 million from abroad are flagged", expect = "flagged" },
  { "a target just below is clear", set = { ["t-eu.amount"] = eur(499e6) }, expect = "clear" },
  { "50 million from abroad, and nothing to the target on file, cannot tell",
    set = { ["b-gift.amount"] = eur(50e6) }, expect = "cannot-tell" },
  { "50 million together is not above",
    set = { ["b-gift.amount"] = eur(40e6) },
    add = { financials = { { entity = "target", metric = "x-foreign-contributions", amount = eur(10e6), from = "2024-05-31" } } },
    expect = "clear" },
  { "51 million together is",
    set = { ["b-gift.amount"] = eur(40e6) },
    add = { financials = { { entity = "target", metric = "x-foreign-contributions", amount = eur(11e6), from = "2024-05-31" } } },
    expect = "flagged" },
  { "an unknown turnover cannot tell", set = { ["t-eu.amount"] = null }, expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "nothing from abroad on file is out of scope", without = { "b-gift" }, expect = "out-of-scope" },
  { "a stake without control is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "a deal closed before the duty is out of scope",
    set = { ["deal.from"] = "2023-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-10-11", ["t-eu.from"] = "2022-12-31" },
    expect = "out-of-scope" },
  { "a deal closed on its first day is not",
    set = { ["deal.from"] = "2023-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-10-12", ["t-eu.from"] = "2022-12-31" },
    expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where it is not known whether b-gift has ended, it is open whether what the buyer was given from abroad is enough",
    set = { ["b-gift.to"] = null }, expect = "cannot-tell", needs = { "b-gift.to" } },
}
