return {
  rule = "merger-guidelines-2023/serial-acquisitions",
  facts = {
    entities = { { id = "buyer" }, { id = "a" }, { id = "b" }, { id = "c" }, { id = "arm" } },
    transactions = {
      {
        id = "one", acquirer = "buyer", target = "a", type = "acquisition", from = "2020-01-02", status = "closed",
        closed = "2020-06-01",
      },
      {
        id = "two", acquirer = "buyer", target = "b", type = "acquisition", from = "2022-05-01", status = "closed",
        closed = "2022-06-01",
      },
      {
        id = "three", acquirer = "buyer", target = "c", type = "acqui-hire", from = "2024-05-01", status = "announced",
      },
    },
  },

  { "three deals within five years are a series",
    expect = "flagged", open = 0, figures = { count = 3 }, subject = { buyer = "buyer" } },
  { "two are none", without = { "two" }, expect = "clear" },
  { "a deal on the first day of the window counts", set = { ["one.from"] = "2020-01-01" }, expect = "flagged" },
  { "a deal before it does not", set = { ["one.from"] = "2019-12-31" }, expect = "clear" },
  { "a deal in a year that straddles the window cannot tell",
    set = { ["one.from"] = { min = "2019-06-01", max = "2020-06-01" } }, expect = "cannot-tell" },
  { "a deal that was given up counts",
    set = { ["two.status"] = "abandoned", ["two.abandoned"] = "2022-06-01" }, unset = { "two.closed" },
    expect = "flagged" },
  { "a stake does not count", set = { ["two.type"] = "partial" }, expect = "clear" },
  { "a subsidiary's deal counts for its group",
    set = { ["two.acquirer"] = "arm" },
    add = { holdings = { { holder = "buyer", entity = "arm", control = "sole" } } },
    expect = "flagged" },
  { "stakes alone are out of scope",
    set = { ["one.type"] = "partial", ["two.type"] = "partial", ["three.type"] = "partial" }, expect = "out-of-scope" },
  { "on the last day of the older text it is out of scope", as_of = "2023-12-17", expect = "out-of-scope" },
  { "on the first day of this text two deals are clear", as_of = "2023-12-18", expect = "clear" },
  { "where a and b have a deal of type merger, it is open whether the buyer has agreed to a merger or acquisition",
    add = { transactions = { { acquirer = "a", target = "b", type = "merger", from = null, status = "announced" } } },
    expect = "flagged" },
}
