local function eur(value) return { value = value, currency = "EUR" } end

return {
  rule = "de/minor-market",
  facts = {
    as_of = "2024-06-01",
    complete = { { kind = "financial", market = "m" } },
    entities = { { id = "a" }, { id = "b" } },
    markets = { { id = "m", product = "bells", geography = "DE", from = "2000-01-01" } },
    transactions = { { id = "deal", acquirer = "a", target = "b", type = "acquisition", status = "announced", from = "2024-05-01" } },
    shares = {
      { market = "m", entity = "a", percent = 60, from = "2023-12-31" }, { market = "m", entity = "b", percent = 40,
        from = "2023-12-31" },
    },
    financials = {
      { id = "a-sales", entity = "a", metric = "revenue", market = "m", geography = "DE", amount = eur(10e6), from = "2023-12-31" },
      { id = "b-sales", entity = "b", metric = "revenue", market = "m", geography = "DE", amount = eur(9e6), from = "2023-12-31" },
    },
  },

  { "19 million in all, by a list declared complete, is flagged", expect = "flagged", figures = { size = 19e6 } },
  { "20 million is not below", set = { ["b-sales.amount"] = eur(10e6) }, expect = "clear" },
  { "just below is", set = { ["b-sales.amount"] = eur(9999999) }, expect = "flagged" },
  { "a list that is not declared complete cannot tell", complete = {}, expect = "cannot-tell" },
  { "a market of four years is clear", set = { ["m.from"] = "2020-01-01" }, expect = "clear" },
  { "one of five years to the day is flagged", set = { ["m.from"] = "2019-06-01" }, expect = "flagged" },
  { "its age is that on the day on which the deal closed",
    as_of = "2025-06-01", set = { ["m.from"] = "2020-01-01", ["deal.status"] = "closed", ["deal.closed"] = "2024-06-01" },
    expect = "clear" },
  { "an unknown turnover cannot tell", set = { ["b-sales.amount"] = null }, expect = "cannot-tell", needs = { "b-sales.amount" } },
  { "no turnover on file is out of scope", without = { "a-sales", "b-sales" }, expect = "out-of-scope" },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "FR" }, expect = "out-of-scope" },
  { "before 19 January 2021 is out of scope", as_of = "2021-01-18",
    set = { ["deal.from"] = "2021-01-01", ["a-sales.from"] = "2019-12-31", ["b-sales.from"] = "2019-12-31" },
    expect = "not-applicable" },
  { "where it is not known when m began, it is open whether it has been served for at least 5 years",
    set = { ["m.from"] = null }, expect = "cannot-tell", needs = { "m.from" } },
  { "turnover of unknown geography may be elsewhere",
    without = { "b-sales" }, set = { ["a-sales.geography"] = null }, expect = "cannot-tell" },
  { "a market of which nobody wrote down since when cannot tell", unset = { "m.from" }, expect = "cannot-tell" },
}
