local boards = require "competing_boards_test"

--- Two people sit on the two boards for one fund. Size, exemptions and figures of each year are those of every rule on such boards.
return boards.with {
  rule = "clayton/interlock-by-deputies",
  facts = boards.facts {
    { id = "jo-one", person = "jo", entity = "one", role = "director", appointed_by = "fund" },
    { id = "ann-two", person = "ann", entity = "two", role = "director", appointed_by = "fund" },
  },

  { "two large competitors are flagged, and the three exemptions are open", expect = "flagged", open = 3,
    subject = { patron = "fund", first = "one", second = "two" },
    figures = { first_net_worth = 900e6, second_net_worth = 80e6 } },
  { "one person on both boards for the firm is flagged too", set = { ["ann-two.person"] = "jo" }, expect = "flagged" },
  { "an observer has no seat", set = { ["ann-two.role"] = "observer" }, expect = "out-of-scope" },
  { "a director who was elected acts for nobody", unset = { "ann-two.appointed_by" }, expect = "not-applicable" },
  { "directors of two firms are no interlock",
    set = { ["ann-two.appointed_by"] = "other" }, add = { entities = { { id = "other", form = "fund" } } },
    expect = "not-applicable" },
  { "directors of two firms of one group are",
    set = { ["ann-two.appointed_by"] = "other" },
    add = {
      entities = { { id = "other", form = "fund" } },
      holdings = { { holder = "fund", entity = "other", control = "sole" } },
    },
    expect = "flagged" },
  { "a seat that has been given up is none", set = { ["ann-two.to"] = "2025-02-28" }, expect = "not-applicable" },
  { "where the role of jo-one is unknown, it is open whether a director or officer of the first acts for the patron",
    set = { ["jo-one.role"] = null }, expect = "cannot-tell", needs = { "jo-one.role" } },
  { "where the role of ann-two is unknown, it is open whether a director or officer of the second acts for the patron",
    set = { ["ann-two.role"] = null }, expect = "cannot-tell", needs = { "ann-two.role" } },
  { "where the role of jo-one is observer, it is not so that a director or officer of the first acts for the patron",
    set = { ["jo-one.role"] = "observer" }, expect = "out-of-scope" },
}
