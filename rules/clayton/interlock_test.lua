local boards = require "competing_boards_test"

--- One person sits on both boards. Size, exemptions and figures of each year are those of every rule on such boards.
return boards.with {
  rule = "clayton/interlock",
  facts = boards.facts {
    { id = "jo-one", person = "jo", entity = "one", role = "director" },
    { id = "jo-two", person = "jo", entity = "two", role = "officer" },
  },

  { "two large competitors are flagged, and the three exemptions are open", expect = "flagged", open = 3,
    subject = { person = "jo", first = "one", second = "two" }, figures = { first_net_worth = 900e6, second_net_worth = 80e6 } },
  { "an observer has no seat", set = { ["jo-two.role"] = "observer" }, expect = "out-of-scope" },
  { "a role that is not stated cannot tell",
    set = { ["jo-two.role"] = null }, expect = "cannot-tell", needs = { "jo-two.role" } },
  { "a seat that has been given up is another concern",
    set = { ["jo-two.to"] = "2025-02-28" }, expect = "not-applicable" },
  { "on its last day a seat counts", set = { ["jo-two.to"] = "2025-03-01" }, expect = "flagged" },
  { "two people are no interlock of one person", set = { ["jo-two.person"] = "ann" }, expect = "not-applicable" },
  { "a seat at a subsidiary is a seat in the group",
    set = { ["jo-two.entity"] = "arm" },
    add = {
      entities = { { id = "arm", form = "company", activities = { "retailer" } } },
      holdings = { { holder = "two", entity = "arm", control = "sole" } },
    },
    expect = "flagged" },
  { "where the role of jo-one is unknown, it is open whether the person is a director or officer of the first",
    set = { ["jo-one.role"] = null }, expect = "cannot-tell", needs = { "jo-one.role" } },
  { "where the role of jo-one is observer, it is not so that the person is a director or officer of the first",
    set = { ["jo-one.role"] = "observer" }, expect = "out-of-scope" },
}
