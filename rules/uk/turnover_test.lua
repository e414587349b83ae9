local function gbp(value) return { value = value, currency = "GBP" } end

return {
  rule = "uk/turnover",
  facts = {
    as_of = "2024-12-31",
    entities = {
      { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } },
      { id = "cma", form = "agency", jurisdiction = "GB" }, { id = "office", form = "agency", jurisdiction = "FR" },
    },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-10-01" },
    },
    financials = {
      { id = "sales", entity = "target", metric = "revenue", geography = "GB", amount = gbp(80e6), from = "2023-12-31" },
    },
  },

  { "80 million on the last day of 2024 is flagged", expect = "flagged", figures = { target_uk_turnover = 80e6 } },
  { "80 million on the first day of 2025 is clear", as_of = "2025-01-01", expect = "clear" },
  { "70 million is not above", set = { ["sales.amount"] = gbp(70e6) }, expect = "clear" },
  { "a pound more is", set = { ["sales.amount"] = gbp(70000001) }, expect = "flagged" },
  { "100 million in 2025 is not above", as_of = "2025-01-01", set = { ["sales.amount"] = gbp(100e6) }, expect = "clear" },
  { "a pound more in 2025 is", as_of = "2025-01-01", set = { ["sales.amount"] = gbp(100000001) }, expect = "flagged" },
  { "a deal closed on 31 December 2024 keeps the old figure",
    as_of = "2025-03-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-31" }, expect = "flagged" },
  { "a deal closed on 1 January 2025 does not",
    as_of = "2025-03-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2025-01-01" }, expect = "clear" },
  { "a case that the CMA opened in 2024 keeps the old figure",
    as_of = "2025-03-01",
    add = { proceedings = { { authority = "cma", type = "inquiry", against = { "buyer", "target" }, from = "2024-12-20" } } },
    expect = "flagged" },
  { "a case of another authority does not",
    as_of = "2025-03-01",
    add = { proceedings = { { authority = "office", type = "inquiry", against = { "buyer", "target" }, from = "2024-12-20" } } },
    expect = "clear" },
  { "unknown turnover cannot tell", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" } },
  { "no turnover on file cannot tell", without = { "sales" }, expect = "cannot-tell" },
  { "turnover in dollars without a rate cannot tell",
    set = { ["sales.amount"] = { value = 90e6, currency = "USD" } }, expect = "cannot-tell" },
  { "a small stake is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "a stake with 26 % of the votes is in scope",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 26, votes = 26, control = "none" } } }, expect = "flagged" },
  { "25 % of the votes is not more",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 25, votes = 25, control = "none" } } },
    expect = "out-of-scope" },
}
