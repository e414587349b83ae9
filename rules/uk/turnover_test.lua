local function gbp(value) return { value = value, currency = "GBP" } end

--- A stake with some part of the votes, in place of the acquisition.
local function stake(votes, more)
  local add = more or {}
  add.holdings = { { id = "held", holder = "buyer", entity = "target", stake = votes, votes = votes, control = "none" } }
  return add
end

local function said(what)
  return { observations = { { about = { "buyer", "target" }, says = what, strength = "strong" } } }
end

--- Money that was paid, with no votes on file.
local function money(day, more)
  more.investments = {
    { investor = "buyer", target = "target", amount = gbp(1e6), instrument = "convertible", status = "paid", from = day },
  }
  return more
end

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
  { "a case that it opened in 2025 on a deal that closed in 2024 keeps it too",
    as_of = "2025-03-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-31" },
    add = { proceedings = { { authority = "cma", type = "inquiry", against = { "buyer", "target" }, from = "2025-01-20" } } },
    expect = "flagged" },
  { "a case of another authority does not",
    as_of = "2025-03-01",
    add = { proceedings = { { authority = "office", type = "inquiry", against = { "buyer", "target" }, from = "2024-12-20" } } },
    expect = "clear" },
  { "it is no more than what the target has in the world in that year", set = { ["sales.amount"] = null }, expect = "clear",
    add = { financials = { { entity = "target", metric = "revenue", amount = gbp(70e6), from = "2023-12-31" } } } },
  { "a world above the line leaves it open", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" },
    add = { financials = { { entity = "target", metric = "revenue", amount = gbp(71e6), from = "2023-12-31" } } } },
  { "so does one of another year", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" },
    add = { financials = { { entity = "target", metric = "revenue", amount = gbp(60e6), from = "2022-12-31" } } } },
  { "unknown turnover cannot tell", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" } },
  { "no turnover on file cannot tell", without = { "sales" }, expect = "cannot-tell" },
  { "turnover in dollars without a rate cannot tell",
    set = { ["sales.amount"] = { value = 90e6, currency = "USD" } }, expect = "cannot-tell" },
  { "a part to be bought, of which no holding is on file, may be any part: it cannot tell",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "nor can it where all holdings that there are today are on file",
    set = { ["deal.type"] = "partial" }, complete = { { kind = "holding" } }, expect = "cannot-tell" },
  { "a part that was bought and of which no holding is on file may be any too",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-11-01" }, expect = "cannot-tell" },
  { "of one that was sold again nothing is left",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-11-01" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 30, control = "none", from = "2024-11-01", to = "2024-12-01" } },
    },
    expect = "out-of-scope" },
  { "a stake with more than a quarter of the votes is in scope",
    set = { ["deal.type"] = "partial" }, add = stake(25.1), expect = "flagged" },
  { "so it is where it was bought with money and no deal is on file",
    without = { "deal" },
    add = stake(25.1, {
      investments = { { investor = "buyer", target = "target", amount = gbp(1e6), instrument = "equity", status = "paid",
        from = "2024-10-01" } },
    }),
    expect = "flagged" },
  { "money without votes, where influence was found, is too",
    without = { "deal" }, add = money("2024-10-01", said "influence"), expect = "flagged" },
  { "accounts of after the money was paid do not count: those before are missing",
    without = { "deal" }, add = money("2023-10-01", said "influence"), expect = "cannot-tell",
    needs = { "the revenue of target in GB" } },
  { "money alone is out of scope", without = { "deal" }, add = money("2024-10-01", {}), expect = "out-of-scope" },
  { "a quarter of the votes is not more: whether it gives influence is open",
    set = { ["deal.type"] = "partial" }, add = stake(25), expect = "cannot-tell" },
  { "so it is from 15 % on", set = { ["deal.type"] = "partial" }, add = stake(15), expect = "cannot-tell" },
  { "14.9 % and nothing else is out of scope", set = { ["deal.type"] = "partial" }, add = stake(14.9), expect = "out-of-scope" },
  { "14.9 % and a seat on the board leave it open",
    set = { ["deal.type"] = "partial" },
    add = stake(14.9, {
      entities = { { id = "anna", form = "person" } },
      positions = { { person = "anna", entity = "target", role = "director", appointed_by = "buyer" } },
    }),
    expect = "cannot-tell" },
  { "so does a veto",
    set = { ["deal.type"] = "partial" },
    add = stake(5, { agreements = { { type = "veto", holder = "buyer", grantor = "target" } } }), expect = "cannot-tell" },
  { "and so does dependence on the buyer alone",
    set = { ["deal.type"] = "partial" },
    add = stake(5, { agreements = { { type = "exclusivity", holder = "buyer", grantor = "target", scope = "hosting" } } }),
    expect = "cannot-tell" },
  { "a right to be consulted alone does not",
    set = { ["deal.type"] = "partial" },
    add = stake(5, { agreements = { { type = "consultation", holder = "buyer", grantor = "target" } } }), expect = "out-of-scope" },
  { "who alone names the board controls the policy, with few votes too",
    set = { ["deal.type"] = "partial" },
    add = stake(5, { agreements = { { type = "board-appointment", holder = "buyer", grantor = "target", exclusive = true } } }),
    expect = "flagged" },
  { "20 % where influence was found are in scope",
    set = { ["deal.type"] = "partial" }, add = stake(20, said "influence"), expect = "flagged" },
  { "so are 10 %: what was found needs no other reason to look",
    set = { ["deal.type"] = "partial" }, add = stake(10, said "influence"), expect = "flagged" },
  { "what was found both ways is open",
    set = { ["deal.type"] = "partial" },
    add = stake(20, {
      observations = {
        { about = { "buyer", "target" }, says = "influence", strength = "strong" },
        { about = { "buyer", "target" }, says = "investment-only", strength = "moderate" },
      },
    }),
    expect = "cannot-tell" },
  { "20 % where the buyer was found only to invest are not",
    set = { ["deal.type"] = "partial" }, add = stake(20, said "investment-only"), expect = "out-of-scope" },
  { "nor are they where nothing was found and all observations are on file",
    set = { ["deal.type"] = "partial" }, add = stake(20), complete = { { kind = "observation" } }, expect = "out-of-scope" },
  { "what a party says of itself decides nothing",
    set = { ["deal.type"] = "partial" },
    add = stake(20, { observations = { { about = { "buyer", "target" }, says = "influence", strength = "weak" } } }),
    expect = "cannot-tell" },
  { "unknown votes leave it open",
    set = { ["deal.type"] = "partial" }, add = stake(null), expect = "cannot-tell", needs = { "held.votes" } },
  { "where the type of deal is unknown, it is open whether the enterprises of the buyer and the target cease to be distinct",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
}
