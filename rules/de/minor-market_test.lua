local function eur(value) return { value = value, currency = "EUR" } end

--- The facts of some years ago, with more of them.
local function old(set)
  set["deal.from"] = "2021-01-01"
  for _, id in ipairs { "a-sales.from", "b-sales.from", "a-share.from", "b-share.from" } do set[id] = "2019-12-31" end
  return set
end

--- What the target makes in Germany in all.
local function at_home(value)
  return { financials = { { entity = "b", metric = "revenue", geography = "DE", amount = eur(value), from = "2023-12-31" } } }
end

--- An order of the office against a party.
local function order(day, against)
  return {
    entities = { { id = "office", form = "agency", jurisdiction = "DE" } },
    proceedings = { { authority = "office", type = "x-filing-order", against = { against or "a" }, from = day } },
  }
end

--- What a makes in the market a year later.
local function later(value)
  return {
    financials = {
      { entity = "a", metric = "revenue", market = "m", geography = "DE", amount = eur(value), from = "2024-12-31" },
    },
  }
end

return {
  rule = "de/minor-market",
  facts = {
    as_of = "2024-06-01",
    complete = { { kind = "financial", market = "m" } },
    entities = { { id = "a" }, { id = "b" } },
    markets = { { id = "m", product = "bells", geography = "DE", from = "2000-01-01" } },
    transactions = { { id = "deal", acquirer = "a", target = "b", type = "acquisition", status = "announced", from = "2024-05-01",
      value = eur(50e6) } },
    shares = {
      { id = "a-share", market = "m", entity = "a", percent = 60, from = "2023-12-31" },
      { id = "b-share", market = "m", entity = "b", percent = 40, from = "2023-12-31" },
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
  { "before 19 January 2021 the line was lower: 15 million is not below", as_of = "2021-01-18",
    set = old { ["a-sales.amount"] = eur(10e6), ["b-sales.amount"] = eur(5e6) }, expect = "clear" },
  { "just below is", as_of = "2021-01-18", set = old { ["a-sales.amount"] = eur(10e6), ["b-sales.amount"] = eur(4999999) },
    expect = "flagged" },
  { "on 19 January 2021 15 million is below", as_of = "2021-01-19",
    set = old { ["a-sales.amount"] = eur(10e6), ["b-sales.amount"] = eur(5e6) }, expect = "flagged" },
  { "before 9 June 2017 is out of scope", as_of = "2017-06-08",
    set = { ["deal.from"] = "2017-01-01", ["a-sales.from"] = "2016-12-31", ["b-sales.from"] = "2016-12-31",
      ["a-share.from"] = "2016-12-31", ["b-share.from"] = "2016-12-31" },
    expect = "out-of-scope" },
  { "who takes nothing in the market offers free of charge: no minor market", set = { ["b-sales.amount"] = eur(0) }, expect = "clear" },
  { "nor where it is the buyer", set = { ["a-sales.amount"] = eur(0) }, expect = "clear" },
  { "what one of the two takes there and is not on file cannot tell", without = { "b-sales" }, expect = "cannot-tell" },
  { "a deal above 400 million of a small target is caught by its value", set = { ["deal.value"] = eur(400000001) }, add = at_home(17.5e6),
    expect = "clear" },
  { "of 400 million it is not", set = { ["deal.value"] = eur(400e6) }, add = at_home(17.5e6), expect = "flagged" },
  { "above the second German figure it is caught by turnover", set = { ["deal.value"] = eur(1e9) }, add = at_home(17500001),
    expect = "flagged" },
  { "an unknown value cannot tell", set = { ["deal.value"] = null }, add = at_home(1e6), expect = "cannot-tell",
    needs = { "deal.value" } },
  { "an order after a sector inquiry takes the exception away", add = order("2023-11-07"), expect = "clear" },
  { "one of another firm does not", add = order("2023-11-07", "b"), expect = "flagged" },
  { "where it is unknown whether it is such an order, it is open",
    add = { entities = { { id = "office", form = "agency", jurisdiction = "DE" } },
      proceedings = { { id = "order", authority = "office", type = null, against = { "a" }, from = "2024-01-01" } } },
    expect = "cannot-tell", needs = { "order.type" } },
  { "an order of s. 39a did not", as_of = "2023-11-06",
    set = { ["deal.from"] = "2023-05-01", ["a-sales.from"] = "2022-12-31", ["b-sales.from"] = "2022-12-31",
      ["a-share.from"] = "2022-12-31", ["b-share.from"] = "2022-12-31" },
    add = order("2022-01-01"), expect = "flagged" },
  { "where it is not known when m began, it is open whether it has been served for at least 5 years",
    set = { ["m.from"] = null }, expect = "cannot-tell", needs = { "m.from" } },
  { "turnover of unknown geography may be elsewhere",
    without = { "b-sales" }, set = { ["a-sales.geography"] = null }, expect = "cannot-tell" },
  { "a market of which nobody wrote down since when cannot tell", unset = { "m.from" }, expect = "cannot-tell" },
  { "the size of the market is that of the last year before the deal closed, not a later one",
    as_of = "2025-06-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-06-01", ["b-sales.amount"] = eur(10e6) },
    add = later(5e6), expect = "clear", figures = { size = 20e6 } },
  { "nor does a market that grew later count as grown",
    as_of = "2025-06-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-06-01" }, add = later(30e6), expect = "flagged",
    figures = { size = 19e6, buyer_sales = 10e6 } },
  { "of a deal that is open the last year on file counts", as_of = "2025-06-01", add = later(30e6), expect = "clear",
    figures = { size = 39e6 } },
}
