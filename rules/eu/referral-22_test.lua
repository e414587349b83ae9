return {
  rule = "eu/referral-22",
  facts = {
    as_of = "2024-11-01",
    entities = {
      { id = "buyer", activities = { "chip-designer" } }, { id = "target", activities = { "software" } },
      { id = "agcm", form = "agency", jurisdiction = "IT" }, { id = "cma", form = "agency", jurisdiction = "GB" },
      { id = "nowhere", form = "agency" },
    },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-10-01" },
    },
    proceedings = {
      { id = "call", authority = "agcm", type = "x-call-in", against = { "buyer", "target" }, from = "2024-10-15" },
    },
  },

  { "a deal that a State has called in is flagged", expect = "flagged", open = 1 },
  { "no State has taken it up: clear", without = { "call" }, expect = "clear" },
  { "an authority outside the Union cannot refer", set = { ["call.authority"] = "cma" }, expect = "clear" },
  { "an authority of unknown seat cannot tell", set = { ["call.authority"] = "nowhere" }, expect = "cannot-tell" },
  { "before Illumina is out of scope", as_of = "2024-09-02",
    set = { ["deal.from"] = "2024-08-01", ["call.from"] = "2024-08-15" }, expect = "out-of-scope" },
  { "the day of the judgment is in scope", as_of = "2024-09-03",
    set = { ["deal.from"] = "2024-08-01", ["call.from"] = "2024-08-15" }, expect = "flagged" },
  { "a deal with a Union dimension needs no referral",
    add = {
      financials = {
        { entity = "buyer", metric = "revenue", from = "2023-12-31", amount = { value = 6e9, currency = "EUR" } },
        { entity = "target", metric = "revenue", from = "2023-12-31", amount = { value = 6e9, currency = "EUR" } },
        { entity = "buyer", metric = "revenue", geography = "EU", from = "2023-12-31", amount = { value = 0.9e9, currency = "EUR" } },
        { entity = "target", metric = "revenue", geography = "EU", from = "2023-12-31", amount = { value = 0.9e9, currency = "EUR" } },
        { entity = "buyer", metric = "revenue", geography = "IT", from = "2023-12-31", amount = { value = 0.4e9, currency = "EUR" } },
        { entity = "buyer", metric = "revenue", geography = "ES", from = "2023-12-31", amount = { value = 0.4e9, currency = "EUR" } },
      },
    },
    expect = "rebutted" },
  { "no concentration, no referral",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2024-10-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where another figure for revenue of buyer is on file, it is not so that the deal has a Union dimension",
    add = {
      financials = {
        { entity = "buyer", metric = "revenue", amount = { value = 1e6, currency = "EUR" }, from = "2023-12-31", geography = "EU" },
      },
    },
    expect = "flagged" },
}
