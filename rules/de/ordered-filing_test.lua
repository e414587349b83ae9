local function eur(value) return { value = value, currency = "EUR" } end

return {
  rule = "de/ordered-filing",
  facts = {
    as_of = "2023-11-06",
    entities = {
      { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } },
      { id = "office", form = "agency", jurisdiction = "DE" },
    },
    transactions = { { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced",
      from = "2023-05-01" } },
    proceedings = { { id = "order", authority = "office", type = "x-filing-order", against = { "buyer" }, from = "2021-06-01" } },
    financials = {
      { id = "world", entity = "target", metric = "revenue", amount = eur(3e6), from = "2022-12-31" },
      { id = "home", entity = "target", metric = "revenue", geography = "DE", amount = eur(2.1e6), from = "2022-12-31" },
    },
  },

  { "on the last day of s. 39a a deal under an order is flagged", expect = "flagged" },
  { "a day later that law is gone", as_of = "2023-11-07", expect = "out-of-scope" },
  { "a deal that closed on the last day keeps it", as_of = "2024-06-01",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2023-11-06" }, expect = "flagged" },
  { "an order of three years and a day before is over", set = { ["order.from"] = "2020-11-05" }, expect = "clear" },
  { "an order that is over binds no more", set = { ["order.to"] = "2023-11-05" }, expect = "clear" },
  { "where its last day is unknown, it is open whether the order still bound", set = { ["order.to"] = null }, expect = "cannot-tell",
    needs = { "order.to" } },
  { "2 million is not above", set = { ["world.amount"] = eur(2e6), ["home.amount"] = eur(2e6) }, expect = "clear" },
  { "just above is", set = { ["world.amount"] = eur(2000001), ["home.amount"] = eur(2000001) }, expect = "flagged" },
  { "two thirds at home is not more", set = { ["home.amount"] = eur(2e6) }, expect = "clear" },
  { "unknown turnover cannot tell", set = { ["world.amount"] = null }, expect = "cannot-tell", needs = { "world.amount" } },
  { "no order is out of scope", without = { "order" }, expect = "out-of-scope" },
  { "before the law is out of scope", as_of = "2021-01-18",
    set = { ["deal.from"] = "2021-01-10", ["order.from"] = "2021-01-15", ["world.from"] = "2019-12-31", ["home.from"] = "2019-12-31" },
    expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2021-01-19",
    set = { ["deal.from"] = "2021-01-10", ["order.from"] = "2021-01-15", ["world.from"] = "2019-12-31", ["home.from"] = "2019-12-31" },
    expect = "flagged" },
  { "where the type of order is unknown, it is open whether an order to file against the buyer is on file",
    set = { ["order.type"] = null }, expect = "cannot-tell", needs = { "order.type" } },
  { "where it is not known when deal began, it is open whether the buyer buys the target or a part of it",
    set = { ["deal.from"] = null }, expect = "cannot-tell", needs = { "deal.from" } },
  { "where buyer put money into office, it is not so that the buyer buys the target or a part of it",
    add = {
      investments = {
        { investor = "buyer", target = "office", amount = { value = 1e9, currency = "USD" }, from = null, status = "paid" },
      },
    },
    expect = "flagged" },
}
