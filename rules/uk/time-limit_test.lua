--- The closing was made public on a day.
local function public(day)
  return { observations = { { id = "public", about = { "deal" }, says = "x-made-public", from = day } } }
end

--- An authority was told of the deal.
local function told(authority, day, more)
  local add = more or {}
  add.proceedings = { { authority = authority, type = "x-notification", against = { "buyer", "target" }, from = day } }
  return add
end

return {
  rule = "uk/time-limit",
  facts = {
    as_of = "2024-09-02",
    entities = {
      { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } },
      { id = "cma", form = "agency", jurisdiction = "GB" }, { id = "office", form = "agency", jurisdiction = "FR" },
    },
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
  { "a closing that was made public later may be referred for four months from then",
    as_of = "2024-11-10", add = public("2024-07-10"), expect = "flagged" },
  { "and no longer", as_of = "2024-11-11", add = public("2024-07-10"), expect = "clear" },
  { "where the CMA was told before, from that day on",
    as_of = "2024-10-10", add = told("cma", "2024-06-10", public("2024-07-10")), expect = "flagged" },
  { "and not a day longer", as_of = "2024-10-11", add = told("cma", "2024-06-10", public("2024-07-10")), expect = "clear" },
  { "what was known before closing changes nothing",
    as_of = "2024-09-03", add = told("cma", "2024-04-01", public("2024-03-01")), expect = "clear" },
  { "nor does a case that the CMA opened on a deal that was public", as_of = "2024-09-03", add = told("cma", "2024-06-10"),
    expect = "clear" },
  { "nor what another authority knows",
    as_of = "2024-11-10", add = told("office", "2024-06-10", public("2024-07-10")), expect = "flagged" },
  { "publicity of which only the month is known cannot tell", as_of = "2024-11-10", add = public("2024-07"), expect = "cannot-tell",
    needs = { "public.from" } },
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
