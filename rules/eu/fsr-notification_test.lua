local function eur(value) return { value = value, currency = "EUR" } end

--- P controls the buyer with others, or forms the target with it; what P received from abroad.
local function p_received(value)
  local financials = {}
  if value then
    table.insert(financials, { id = "p-gift", entity = "p", metric = "x-foreign-contributions", amount = eur(value), from = "2024-05-31" })
  end
  return { entities = { { id = "p", activities = { "investor" } } }, financials = financials }
end
local function parent(value)
  local made = p_received(value)
  made.holdings = { { holder = "p", entity = "buyer", stake = 50, votes = 50, control = "joint", from = "2015-01-01" } }
  return made
end
local function partner(value)
  local made = p_received(value)
  made.transactions = {
    { id = "other", acquirer = "p", target = "target", type = "joint-venture", status = "announced", from = "2024-06-01" },
  }
  return made
end
--- P does both.
local function parent_and_partner(value)
  local made = partner(value)
  made.holdings = parent(value).holdings
  table.insert(made.financials, { entity = "target", metric = "x-foreign-contributions", amount = eur(0), from = "2024-05-31" })
  return made
end
--- Turnover of the target in one State.
local function in_germany(value)
  return { entity = "target", metric = "revenue", geography = "DE", amount = eur(value), from = "2023-12-31" }
end
local VENTURE, BUYER = { ["deal.type"] = "joint-venture", ["b-gift.amount"] = eur(40e6) }, { buyer = "buyer" }

return {
  rule = "eu/fsr-notification",
  facts = {
    as_of = "2024-09-01",
    entities = { { id = "buyer", activities = { "investor" } }, { id = "target", activities = { "software" }, jurisdiction = "EU" } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-06-01" },
    },
    financials = {
      { id = "t-eu", entity = "target", metric = "revenue", geography = "EU", amount = eur(500e6), from = "2023-12-31" },
      { id = "b-gift", entity = "buyer", metric = "x-foreign-contributions", amount = eur(51e6), from = "2024-05-31" },
    },
  },

  { "a target of 500 million and 51 million from abroad are flagged", expect = "flagged" },
  { "a target just below is clear", set = { ["t-eu.amount"] = eur(499e6) }, expect = "clear" },
  { "in a merger the other party's 500 million are enough",
    set = { ["deal.type"] = "merger", ["t-eu.amount"] = eur(1e6), ["buyer.jurisdiction"] = "DE" },
    add = { financials = { { entity = "buyer", metric = "revenue", geography = "EU", amount = eur(500e6), from = "2023-12-31" } } },
    expect = "flagged" },
  { "in an acquisition they are not",
    set = { ["t-eu.amount"] = eur(1e6) },
    add = { financials = { { entity = "buyer", metric = "revenue", geography = "EU", amount = eur(500e6), from = "2023-12-31" } } },
    expect = "clear" },
  { "50 million from abroad, and nothing to the target on file, cannot tell",
    set = { ["b-gift.amount"] = eur(50e6) }, expect = "cannot-tell" },
  { "50 million together is not above",
    set = { ["b-gift.amount"] = eur(40e6) },
    add = { financials = { { entity = "target", metric = "x-foreign-contributions", amount = eur(10e6), from = "2024-05-31" } } },
    expect = "clear" },
  { "51 million together is",
    set = { ["b-gift.amount"] = eur(40e6) },
    add = { financials = { { entity = "target", metric = "x-foreign-contributions", amount = eur(11e6), from = "2024-05-31" } } },
    expect = "flagged" },
  { "what those who control the buyer with others received is added", set = { ["b-gift.amount"] = eur(40e6) },
    add = parent(10000001), expect = "flagged" },
  { "50 million with theirs is not above, and what the target received is open", set = { ["b-gift.amount"] = eur(40e6) },
    add = parent(10e6), expect = "cannot-tell" },
  { "theirs alone brings the deal into scope", without = { "b-gift" }, add = parent(51e6), expect = "flagged" },
  { "what others received is not asked for", set = { ["b-gift.entity"] = "p" }, add = p_received(nil), expect = "out-of-scope" },
  { "where theirs is not on file either, it stays out", without = { "b-gift" }, add = parent(nil), expect = "out-of-scope" },
  { "what the other parent of a joint venture received is added",
    set = VENTURE, add = partner(10000001), subject = BUYER, expect = "flagged" },
  { "what one received who controls the buyer and forms the venture with it is added once",
    set = VENTURE, add = parent_and_partner(10e6), subject = BUYER, expect = "clear" },
  { "and not left out", set = VENTURE, add = parent_and_partner(10000001), subject = BUYER, expect = "flagged" },
  { "a target whose seat is not on file cannot tell", unset = { "target.jurisdiction" }, expect = "cannot-tell",
    needs = { "target.jurisdiction" } },
  { "a target seated in a Member State is established in the Union", set = { ["target.jurisdiction"] = "DE" }, expect = "flagged" },
  { "a target seated elsewhere may have a firm in the Union: it cannot tell",
    set = { ["target.jurisdiction"] = "US" }, expect = "cannot-tell" },
  { "a firm of its own in the Union is enough",
    set = { ["target.jurisdiction"] = "US" },
    add = {
      entities = { { id = "unit", jurisdiction = "IE" } },
      holdings = { { holder = "target", entity = "unit", control = "sole" } },
    },
    expect = "flagged" },
  { "where every entity is on file and none is seated in the Union, it is clear",
    set = { ["target.jurisdiction"] = "US" }, complete = { { kind = "entity" } }, expect = "clear" },
  { "an unknown turnover cannot tell", set = { ["t-eu.amount"] = null }, expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "but what it has in States of the Union that year may be enough", set = { ["t-eu.amount"] = null },
    add = { financials = { in_germany(500e6) } }, expect = "flagged" },
  { "less than that leaves it open", set = { ["t-eu.amount"] = null }, add = { financials = { in_germany(499e6) } },
    expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "nothing from abroad on file is out of scope", without = { "b-gift" }, expect = "out-of-scope" },
  { "a stake without control is out of scope",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2024-06-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "a deal closed before the duty is out of scope",
    set = { ["deal.from"] = "2023-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-10-11", ["t-eu.from"] = "2022-12-31" },
    expect = "out-of-scope" },
  { "a deal closed on its first day is not",
    set = { ["deal.from"] = "2023-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-10-12", ["t-eu.from"] = "2022-12-31",
      ["b-gift.from"] = "2022-12-31" },
    expect = "flagged" },
  { "a deal agreed on 13 July 2023 is in scope",
    set = { ["deal.from"] = "2023-07-13", ["deal.status"] = "closed", ["deal.closed"] = "2023-10-12", ["t-eu.from"] = "2022-12-31",
      ["b-gift.from"] = "2022-12-31" },
    expect = "flagged" },
  { "one agreed the day before is not, whenever it closed",
    set = { ["deal.from"] = "2023-07-12", ["deal.status"] = "closed", ["deal.closed"] = "2024-02-01", ["t-eu.from"] = "2022-12-31" },
    expect = "out-of-scope" },
  { "of one whose day of agreement is not on file it cannot tell", unset = { "deal.from" }, expect = "cannot-tell" },
  { "where the day of closing may be before the duty, it cannot tell",
    set = { ["deal.from"] = "2023-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-10", ["t-eu.from"] = "2022-12-31" },
    expect = "cannot-tell" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where it is not known whether b-gift has ended, it is open whether what the buyer was given from abroad is enough",
    set = { ["b-gift.to"] = null }, expect = "cannot-tell", needs = { "b-gift.to" } },
  { "what came after the agreement does not count",
    add = { financials = { { entity = "buyer", metric = "x-foreign-contributions", amount = eur(40e6), from = "2024-08-31" } } },
    expect = "flagged", figures = { sum_to_buyer = 51e6 } },
  { "nor does more than 50 million of which too little had come by then",
    set = { ["b-gift.amount"] = eur(40e6) },
    add = {
      financials = {
        { entity = "buyer", metric = "x-foreign-contributions", amount = eur(51e6), from = "2024-08-31" },
        { entity = "target", metric = "x-foreign-contributions", amount = eur(0), from = "2024-05-31" },
      },
    },
    expect = "clear", figures = { together = 40e6 } },
  { "of control that only a holding shows, what had come by the day asked counts",
    without = { "deal" },
    add = {
      holdings = { { holder = "buyer", entity = "target", control = "sole", from = "2024-07-01" } },
      investments = {
        { investor = "buyer", target = "target", amount = eur(1e9), instrument = "equity", status = "paid", from = "2024-07-01" },
      },
    },
    complete = { { kind = "transaction" } }, expect = "flagged", figures = { sum_to_buyer = 51e6 } },
}
