return {
  rule = "uk/time-limit",
  facts = {
    as_of = "2024-09-02",
    entities = { { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } } },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "closed", from = "2024-03-01",
        closed = "2024-05-02",
      },
    },
  },

  { "on the last day of four months it is flagged", expect = "flagged" },
  { "a day later it is clear", as_of = "2024-09-03", expect = "clear" },
  { "soon after closing it is flagged", as_of = "2024-05-03", expect = "flagged" },
  { "a closing of which only the month is known cannot tell",
    as_of = "2024-09-15", set = { ["deal.closed"] = "2024-05" }, expect = "cannot-tell" },
  { "an open deal is out of scope", set = { ["deal.status"] = "announced" }, unset = { "deal.closed" }, expect = "out-of-scope" },
  { "a further step that has not closed does not matter", expect = "flagged",
    add = {
      transactions = {
        {
          id = "next", acquirer = "buyer", target = "target", type = "acquisition", status = "announced",
          from = "2024-08-01",
        },
      },
    } },
  { "a part of which no holding is on file may be any part: it cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "a stake without influence is out of scope",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "target", votes = 10, control = "none" } } },
    expect = "out-of-scope" },
  { "a stake with more than a quarter of the votes is in scope",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "target", votes = 25.1, control = "none" } } },
    expect = "flagged" },
  { "one with a fifth of the votes leaves it open",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "target", votes = 20, control = "none" } } },
    expect = "cannot-tell" },
  { "where the type of deal is unknown, it is open whether the enterprises of the buyer and the target cease to be distinct",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the closed of deal is unknown, it is open whether the deal of the buyer and the target is complete",
    set = { ["deal.closed"] = null }, expect = "cannot-tell", needs = { "deal.closed" } },
}
