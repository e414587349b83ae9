local money = require "money_test"

local function eur(id, entity, geography, amount, from)
  return money.figure(id, entity, "revenue", geography or nil, amount, from or "2023-12-31")
end

local COUNTRIES = {
  eur("b-de", "buyer", "DE", 100e6), eur("t-de", "target", "DE", 60e6),
  eur("b-fr", "buyer", "FR", 100e6), eur("t-fr", "target", "FR", 60e6),
  eur("b-it", "buyer", "IT", 100e6), eur("t-it", "target", "IT", 60e6),
}

local amounts = money.amounts

--- Below the first set: 2,600 million together, 300 and 200 in the Union.
local function second(list)
  return amounts(list or {}, amounts { "b-world", 2400e6, "t-world", 200e6, "b-eu", 300e6, "t-eu", 200e6 })
end

local first = amounts

--- P and Q control the buyer jointly; what P has on file.
local function with_parents(world, union)
  return {
    entities = { { id = "p", activities = { "software" } }, { id = "q", activities = { "software" } } },
    holdings = {
      { holder = "p", entity = "buyer", stake = 50, votes = 50, control = "joint", from = "2020-01-01" },
      { holder = "q", entity = "buyer", stake = 50, votes = 50, control = "joint", from = "2020-01-01" },
    },
    financials = { eur("p-world", "p", nil, world), eur("p-eu", "p", "EU", union) },
  }
end

--- The same, and what Q has.
local function both_parents(world, union, of_q)
  local made = with_parents(world, union)
  table.insert(made.financials, eur("q-world", "q", nil, of_q))
  table.insert(made.financials, eur("q-eu", "q", "EU", of_q))
  return made
end

--- The target is a venture that the buyer and a partner form: a deal of each.
local VENTURE = { ["deal.type"] = "joint-venture" }
local function venture(list) return amounts(list or {}, amounts({ "t-world", 0, "t-eu", 0 }, { ["deal.type"] = "joint-venture" })) end
local function partner(world, union, more, holdings)
  local financials = { eur("p-world", "partner", nil, world), eur("p-eu", "partner", "EU", union) }
  for _, one in ipairs(more or {}) do table.insert(financials, one) end
  return {
    entities = { { id = "partner", activities = { "software" } } },
    transactions = {
      { id = "other", acquirer = "partner", target = "target", type = "joint-venture", status = "announced", from = "2024-06-01" },
    },
    financials = financials, holdings = holdings or {},
  }
end

--- Two partners, of the first of whom nothing is on file in the Union, or an amount that nobody knows.
local function two_partners(unknown)
  local made = partner(2000e6, 251e6)
  local own = made.transactions[1]
  made.entities = { { id = "first", activities = { "software" } }, made.entities[1] }
  made.transactions = {
    { id = "first-deal", acquirer = "first", target = own.target, type = own.type, status = own.status, from = own.from }, own,
  }
  if unknown then
    table.insert(made.financials,
      { id = "first-eu", entity = "first", metric = "revenue", geography = "EU", amount = null, from = "2023-12-31" })
  end
  return made
end

--- A partner of which nothing is on file for the whole Union, but for two of its States.
local function partner_in_states(germany, france, more)
  local made = partner(2000e6, 0, more)
  made.financials[2] = eur("p-de", "partner", "DE", germany)
  table.insert(made.financials, eur("p-fr", "partner", "FR", france))
  return made
end

--- Two such partners, of the first of whom the amount in one State is unknown.
local function two_in_states()
  local made = two_partners(false)
  made.financials = {
    made.financials[1], eur("p-de", "partner", "DE", 251e6),
    { id = "first-de", entity = "first", metric = "revenue", geography = "DE", amount = null, from = "2023-12-31" },
  }
  return made
end

--- The second set by Germany, France and the United Kingdom, with accounts of 2019.
local function with_britain(day)
  return {
    as_of = "2024-09-01",
    entities = { { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = day },
    },
    financials = {
      eur("b-world", "buyer", nil, 2400e6, "2019-12-31"), eur("t-world", "target", nil, 200e6, "2019-12-31"),
      eur("b-eu", "buyer", "EU", 300e6, "2019-12-31"), eur("t-eu", "target", "EU", 200e6, "2019-12-31"),
      eur("b-de", "buyer", "DE", 100e6, "2019-12-31"), eur("t-de", "target", "DE", 60e6, "2019-12-31"),
      eur("b-fr", "buyer", "FR", 100e6, "2019-12-31"), eur("t-fr", "target", "FR", 60e6, "2019-12-31"),
      eur("b-gb", "buyer", "GB", 100e6, "2019-12-31"), eur("t-gb", "target", "GB", 60e6, "2019-12-31"),
    },
  }
end

--- A buyer with a little turnover in each Member State, so that it is at home in none; in Austria by the accounts of a day.
local function everywhere(day)
  local rows = {}
  for _, code in ipairs {
    "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
    "RO", "SK", "SI", "ES", "SE",
  } do table.insert(rows, eur("b-" .. string.sub(code, 1, 2), "buyer", code, 9e6)) end
  rows[1].from = day or rows[1].from
  return rows
end

--- The buyer is at home in Germany, as are the target's two units; of one the accounts end on a day.
local function two_units(day)
  return {
    entities = { { id = "one", activities = { "software" } }, { id = "two", activities = { "software" } } },
    holdings = {
      { holder = "target", entity = "one", control = "sole", from = "2004-01-01" },
      { holder = "target", entity = "two", control = "sole", from = "2004-01-01" },
    },
    financials = { eur("b-de", "buyer", "DE", 200e6), eur("one-de", "one", "DE", 190e6), eur("two-de", "two", "DE", 10e6, day) },
  }
end

--- A partner that is on file as a member of the venture alone, with what role, and what else; the same of another, with accounts.
local function member(role, union, more)
  local made = partner(2000e6, union)
  made.transactions = nil
  made.ventures = { { id = "v", entity = "target", from = "2024-06-01" } }
  made.members = { { id = "m", venture = "v", entity = "partner", role = role, from = "2024-06-01" } }
  made.holdings = more or {}
  return made
end
local function two_members_with(one, other)
  local made = member("equity", one)
  table.insert(made.entities, { id = "second", activities = { "software" } })
  table.insert(made.members, { venture = "v", entity = "second", role = "lead", from = "2024-06-01" })
  table.insert(made.financials, eur("s-eu", "second", "EU", other))
  return made
end

--- Who holds half of whom with others since 2015, and so controls it.
local function half(holder, entity)
  return { holder = holder, entity = entity, stake = 50, votes = 50, control = "joint", from = "2015-01-01" }
end
local APART = { { about = { "buyer", "target" }, says = "x-turnover-apart", strength = "strong" } }

return {
  rule = "eu/eumr-turnover",
  facts = {
    as_of = "2024-09-01",
    entities = { { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-06-01" },
    },
    financials = {
      eur("b-world", "buyer", nil, 4000e6), eur("t-world", "target", nil, 1001e6),
      eur("b-eu", "buyer", "EU", 251e6), eur("t-eu", "target", "EU", 251e6),
    },
  },

  { "above every figure of the first set is flagged", expect = "flagged", open = 1, figures = { combined_turnover = 5001e6 } },
  { "5,000 million together is not above", set = first { "t-world", 1000e6 }, expect = "cannot-tell" },
  { "5,000 million together, and no three States either, is clear",
    set = first { "t-world", 1000e6, "b-eu", 100e6, "t-eu", 100e6 }, expect = "clear" },
  { "250 million in the Union for one is not above",
    set = first { "t-eu", 250e6 }, expect = "cannot-tell" },
  { "one above in the Union is not two", set = first { "t-eu", 50e6 }, expect = "clear" },
  { "2,500 million together is clear by every set",
    set = first { "b-world", 1499e6, "t-world", 1001e6 }, expect = "clear" },
  { "an unknown target cannot tell, whatever the buyer has in the Union",
    set = { ["t-eu.amount"] = null }, expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "a target without accounts cannot tell", without = { "t-world", "t-eu" }, expect = "cannot-tell" },
  { "a buyer above by itself needs no figure of the target worldwide",
    without = { "t-world" }, set = first { "b-world", 5001e6 }, expect = "flagged" },
  { "a range across the line cannot tell",
    set = { ["t-eu.amount"] = { value = { min = 200e6, max = 300e6 }, currency = "EUR" } }, expect = "cannot-tell" },
  { "dollars count where a rate is on file",
    set = { ["b-world.amount"] = { value = 4400e6, currency = "USD" } },
    add = { rates = { { base = "EUR", quote = "USD", value = 1.0, from = "2023-12-31" } } }, expect = "flagged" },
  { "and cannot tell where none is",
    set = { ["b-world.amount"] = { value = 4400e6, currency = "USD" } }, expect = "cannot-tell" },

  { "67 % of each in one and the same State is the exception",
    add = { financials = { eur("b-de", "buyer", "DE", 0.67 * 251e6), eur("t-de", "target", "DE", 0.67 * 251e6) } },
    expect = "rebutted" },
  { "66 % of one is not",
    add = { financials = { eur("b-de", "buyer", "DE", 0.66 * 251e6), eur("t-de", "target", "DE", 0.67 * 251e6) } },
    expect = "flagged", open = 1 },
  { "a State's turnover of another year than that of the Union is no part of it", set = { ["t-eu.from"] = "2021-12-31" },
    add = { financials = { eur("b-de", "buyer", "DE", 0.67 * 251e6), eur("t-de", "target", "DE", 0.67 * 251e6) } },
    expect = "flagged", open = 1 },
  { "nor is it where the State's is the older",
    add = { financials = { eur("b-de", "buyer", "DE", 0.67 * 251e6), eur("t-de", "target", "DE", 0.67 * 251e6, "2021-12-31") } },
    expect = "flagged", open = 1,
    needs = { "a financial with entity target, geography DE, market not stated, metric revenue, dated 31 December 2023 or later" } },
  { "a State in which a firm had little in another year may be its home, though it is at home in no other",
    add = { financials = everywhere "2021-12-31" }, expect = "flagged", open = 1 },
  { "of the same year it does", add = { financials = everywhere "2023-12-31" }, expect = "flagged", open = 0 },
  { "of one of two units the State's row is older: it is open", add = two_units "2021-12-31", expect = "flagged", open = 1 },
  { "of the same year both count", add = two_units "2023-12-31", expect = "rebutted" },
  { "exactly two thirds is not more",
    set = first { "b-eu", 300e6, "t-eu", 300e6 },
    add = { financials = { eur("b-de", "buyer", "DE", 200e6), eur("t-de", "target", "DE", 201e6) } },
    expect = "flagged", open = 1 },
  { "67 % of each in different States is not",
    add = {
      financials = {
        eur("b-de", "buyer", "DE", 0.67 * 251e6), eur("t-fr", "target", "FR", 0.67 * 251e6),
        eur("b-fr", "buyer", "FR", 0), eur("t-de", "target", "DE", 0),
      },
    },
    expect = "flagged", open = 1 },

  { "the second set: three States are enough", set = second(), add = { financials = COUNTRIES }, expect = "flagged" },
  { "two States are not", set = second { "t-it", 25e6 }, add = { financials = COUNTRIES }, expect = "cannot-tell" },
  { "the second set at 2,500 million together is clear",
    set = second { "b-world", 2300e6 }, add = { financials = COUNTRIES }, expect = "clear" },
  { "above 2,500 million it is flagged",
    set = second { "b-world", 2301e6 }, add = { financials = COUNTRIES }, expect = "flagged" },
  { "100 million in the Union for one is not above",
    set = second { "t-eu", 100e6 }, add = { financials = COUNTRIES }, expect = "clear" },
  { "just above 100 million in the Union is",
    set = second { "t-eu", 101e6 }, add = { financials = COUNTRIES }, expect = "flagged" },
  { "100 million together in one of three States is not above",
    set = second { "b-it", 40e6 }, add = { financials = COUNTRIES }, expect = "cannot-tell", needs = { "the revenue" } },
  { "just above 100 million together is",
    set = second { "b-it", 41e6 }, add = { financials = COUNTRIES }, expect = "flagged" },
  { "26 million of each in a State is above 25",
    set = second { "t-it", 26e6 }, add = { financials = COUNTRIES }, expect = "flagged" },

  { "the United Kingdom counted until the end of 2020", facts = with_britain "2020-12-31", expect = "flagged" },
  { "and no longer on 1 January 2021", facts = with_britain "2021-01-01", expect = "cannot-tell" },

  { "accounts of after the agreement do not count",
    add = { financials = { eur("t-later", "target", "EU", 10e6, "2024-07-31") } }, expect = "flagged" },
  { "turnover is that of the group",
    without = { "b-eu" },
    add = {
      entities = { { id = "arm", activities = { "software" } } },
      holdings = { { holder = "buyer", entity = "arm", control = "sole" } },
      financials = { eur("arm-eu", "arm", "EU", 251e6) },
    },
    expect = "flagged" },
  { "those who control the buyer jointly count, and one of them may be enough",
    set = first { "b-world", 1e6, "b-eu", 1e6 }, add = with_parents(5000e6, 300e6), expect = "flagged" },
  { "one of whom nothing is on file leaves it open",
    set = first { "b-world", 1e6, "b-eu", 1e6 }, add = with_parents(10e6, 10e6), expect = "cannot-tell", needs = { "the revenue of q" } },
  { "both on file and small are clear",
    set = first { "b-world", 1e6, "b-eu", 1e6 }, add = both_parents(10e6, 10e6, 10e6), expect = "clear" },
  { "together they may be enough: 249 million and 1 of the buyer is not above",
    set = first { "b-world", 4000e6, "b-eu", 1e6, "t-eu", 300e6 }, add = both_parents(10e6, 239e6, 10e6), expect = "cannot-tell" },
  { "and 2 are",
    set = first { "b-world", 4000e6, "b-eu", 2e6, "t-eu", 300e6 }, add = both_parents(10e6, 239e6, 10e6), expect = "flagged" },
  { "a buyer above by itself needs no accounts of them", add = with_parents(10e6, 10e6), expect = "flagged" },
  { "three States may be those of a parent",
    set = second { "b-world", 1e6, "b-eu", 1e6, "b-de", 0, "b-fr", 0, "b-it", 0 },
    add = {
      entities = with_parents(0, 0).entities, holdings = with_parents(0, 0).holdings,
      financials = {
        eur("p-world", "p", nil, 2400e6), eur("p-eu", "p", "EU", 300e6), eur("p-de", "p", "DE", 100e6), eur("p-fr", "p", "FR", 100e6),
        eur("p-it", "p", "IT", 100e6), table.unpack(COUNTRIES),
      },
    },
    expect = "flagged" },

  { "of a joint venture the other parent counts", set = venture(), add = partner(2000e6, 251e6), expect = "flagged" },
  { "so it does where the venture has no accounts yet",
    set = VENTURE, without = { "t-world", "t-eu" }, add = partner(2000e6, 251e6), expect = "flagged" },
  { "5,000 million of both parents is not above",
    set = venture(), add = partner(1000e6, 251e6), expect = "cannot-tell" },
  { "100 million of the other parent in the Union is not above", set = venture(), add = partner(2000e6, 100e6), expect = "clear" },
  { "a partner that is on file by joint control alone counts",
    set = venture(),
    add = {
      entities = { { id = "partner", activities = { "software" } } },
      holdings = { { holder = "partner", entity = "target", stake = 50, votes = 50, control = "joint", from = "2024-06-01" } },
      financials = partner(2000e6, 251e6).financials,
    },
    expect = "flagged" },
  { "a joint venture of which no other parent is on file cannot tell",
    set = amounts({ "t-world", 0, "t-eu", 0 }, { ["deal.type"] = "joint-venture", ["target.form"] = "joint-venture" }),
    expect = "cannot-tell", needs = { "a transaction with type joint-venture, acquirer other than buyer" } },
  { "a partner that is recorded as the target itself has no other parent on file", set = { ["deal.type"] = "joint-venture" },
    expect = "flagged" },
  { "parents that are both at home in Germany are the exception",
    set = venture(),
    add = partner(2000e6, 251e6, { eur("b-de", "buyer", "DE", 200e6), eur("p-de", "partner", "DE", 200e6) }), expect = "rebutted" },
  { "of two in other States they are not",
    set = venture(),
    add = partner(2000e6, 251e6, {
      eur("b-de", "buyer", "DE", 200e6), eur("p-fr", "partner", "FR", 200e6), eur("p-de", "partner", "DE", 0),
      eur("b-fr", "buyer", "FR", 0),
    }),
    expect = "flagged" },
  { "of several other parents one above the line is enough, where of another nothing is on file",
    set = venture(), add = two_partners(false), subject = { buyer = "buyer" }, expect = "flagged" },
  { "or an amount that nobody knows",
    set = venture(), add = two_partners(true), subject = { buyer = "buyer" }, expect = "flagged" },

  { "a partner that is on file as a member of the venture alone counts", set = venture(), add = member("equity", 251e6),
    expect = "flagged" },
  { "so does one that leads it", set = venture(), add = member("lead", 251e6), expect = "flagged" },
  { "100 million of it is not above", set = venture(), add = member("equity", 100e6), expect = "clear" },
  { "one that supplies technology forms nothing: who else does is open", set = venture(), add = member("technology", 251e6),
    expect = "cannot-tell", needs = { "target.form" } },
  { "as what it takes part decides", set = venture(), add = member(null, 251e6), expect = "cannot-tell", needs = { "m.role" } },
  { "one that is recorded as without control does not count", set = venture(),
    add = member("equity", 251e6, { { holder = "partner", entity = "target", stake = 5, votes = 5, control = "none" } }),
    expect = "cannot-tell" },
  { "nor one in a venture that another controls alone", set = venture(),
    add = member("equity", 251e6, { { holder = "buyer", entity = "target", stake = 90, votes = 90, control = "sole" } }),
    expect = "cannot-tell" },
  { "two members may be above where the buyer on file is not", set = venture { "b-eu", 1e6 }, add = two_members_with(251e6, 251e6),
    expect = "flagged" },
  { "one of them alone is not enough", set = venture { "b-eu", 1e6 }, add = two_members_with(251e6, 100e6), expect = "clear" },
  { "where one is above, it is open what an unknown one has", set = venture { "b-eu", 1e6, "b-world", 5000e6 },
    add = two_members_with(251e6, { min = 100e6, max = 300e6 }), expect = "cannot-tell", needs = { "s-eu.amount" } },
  { "one that the other controls with others is no second undertaking", set = venture { "b-eu", 1e6 },
    add = (function()
      local made = two_members_with(251e6, 251e6)
      made.holdings = { half("second", "partner") }
      return made
    end)(), expect = "clear" },
  { "nor is one that the buyer controls so", set = venture(), add = partner(2000e6, 251e6, nil, { half("buyer", "partner") }),
    subject = { buyer = "buyer" }, expect = "clear" },
  { "those who found the buyer as members of a venture count as its parents", set = first { "b-world", 1e6, "b-eu", 1e6 },
    add = (function()
      local made = with_parents(5000e6, 300e6)
      made.holdings, made.ventures = {}, { { id = "v", entity = "buyer" } }
      made.members = { { venture = "v", entity = "p", role = "equity" } }
      return made
    end)(), expect = "flagged" },

  { "a buyer that takes over what it controls with others: the same turnover may stand on both sides",
    add = { holdings = { half("buyer", "target") } }, expect = "cannot-tell",
    needs = { "whether there is any observation with says x-turnover-apart, about buyer, about target, strength moderate or strong" } },
  { "one that takes over who controls it with others likewise", add = { holdings = { half("target", "buyer") } }, expect = "cannot-tell" },
  { "where it was found that their turnover is apart, it counts",
    add = { holdings = { half("buyer", "target") }, observations = APART }, expect = "flagged" },
  { "where all that was found is on file, it does not",
    add = { holdings = { half("buyer", "target") } }, complete = { { kind = "observation" } }, expect = "clear" },

  { "what a firm has in Member States it has in the Union at least: 251 million in two of them is above",
    without = { "t-eu" }, add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-fr", "target", "FR", 51e6) } },
    expect = "flagged" },
  { "250 million in two of them leaves it open, since there may be more",
    without = { "t-eu" }, add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-fr", "target", "FR", 50e6) } },
    expect = "cannot-tell", needs = { "the revenue of target" } },
  { "where the turnover in the Union is on file, that counts and no part of it",
    set = first { "t-eu", 250e6 }, add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-fr", "target", "FR", 60e6) } },
    expect = "cannot-tell" },
  { "rows of two years are not added up: 200 million of 2005 and 60 of the last year leave it open", without = { "t-eu" },
    add = { financials = { eur("t-de", "target", "DE", 200e6, "2005-12-31"), eur("t-fr", "target", "FR", 60e6) } },
    expect = "cannot-tell", needs = { "the revenue of target" } },
  { "nor is 260 million of 2005 enough where the accounts of the world are newer", without = { "t-eu" },
    add = { financials = { eur("t-de", "target", "DE", 260e6, "2005-12-31") } }, expect = "cannot-tell" },
  { "where nothing newer is on file, old accounts count as elsewhere", without = { "t-eu" }, set = { ["t-world.from"] = "2021-12-31" },
    add = { financials = { eur("t-de", "target", "DE", 200e6, "2021-12-31"), eur("t-fr", "target", "FR", 51e6, "2021-12-31") } },
    expect = "flagged" },
  { "a State of which one member's row is older does not count", without = { "t-eu" },
    add = {
      entities = { { id = "old", activities = { "software" } }, { id = "new", activities = { "software" } } },
      holdings = {
        { holder = "target", entity = "old", control = "sole", from = "2004-01-01" },
        { holder = "target", entity = "new", control = "sole", from = "2004-01-01" },
      },
      financials = { eur("old-de", "old", "DE", 200e6, "2005-12-31"), eur("new-de", "new", "DE", 60e6) },
    },
    expect = "cannot-tell" },
  { "what it had in the Union in 2005 says nothing of the world in the last year",
    without = { "t-world" }, set = first({ "t-eu", 1001e6 }, { ["t-eu.from"] = "2005-12-31" }),
    add = { financials = { eur("t-de", "target", "DE", 60e6) } }, expect = "cannot-tell" },
  { "an amount for the Union that nobody knows hides none of its States: 251 million in two of the same year are above",
    set = { ["t-eu.amount"] = null }, add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-fr", "target", "FR", 51e6) } },
    expect = "flagged" },
  { "250 million leave it open", set = { ["t-eu.amount"] = null },
    add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-fr", "target", "FR", 50e6) } }, expect = "cannot-tell" },
  { "so do States of another year", set = { ["t-eu.amount"] = null },
    add = { financials = { eur("t-de", "target", "DE", 300e6, "2022-12-31") } }, expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "and the United Kingdom, which is none", set = { ["t-eu.amount"] = null },
    add = { financials = { eur("t-gb", "target", "GB", 300e6) } }, expect = "cannot-tell", needs = { "t-eu.amount" } },
  { "an amount for the world that nobody knows hides none for the Union: 1,001 million there bring both above",
    set = { ["t-world.amount"] = null, ["t-eu.amount"] = { value = 1001e6, currency = "EUR" } }, expect = "flagged" },
  { "so it is with the buyer, and with who controls it jointly",
    without = { "b-eu" },
    add = {
      entities = with_parents(0, 0).entities, holdings = with_parents(0, 0).holdings,
      financials = { eur("b-de", "buyer", "DE", 200e6), eur("p-eu", "p", "EU", 51e6) },
    },
    expect = "flagged" },
  { "so it is with another parent of a joint venture: 251 million in two Member States are above",
    set = venture(), add = partner_in_states(200e6, 51e6), subject = { buyer = "buyer" }, expect = "flagged" },
  { "250 million there leave it open", set = venture(), add = partner_in_states(200e6, 50e6), subject = { buyer = "buyer" },
    expect = "cannot-tell" },
  { "what the venture has is not added to it, since it is another's", set = venture(), without = { "t-eu" },
    add = partner_in_states(200e6, 50e6, { eur("t-de", "target", "DE", 10e6) }), subject = { buyer = "buyer" }, expect = "cannot-tell" },
  { "of several other parents one above is enough, where an amount of another is unknown",
    set = venture(), add = two_in_states(), subject = { buyer = "buyer" }, expect = "flagged" },
  { "the United Kingdom is no part of the Union any more", without = { "t-eu" },
    add = { financials = { eur("t-de", "target", "DE", 200e6), eur("t-gb", "target", "GB", 90e6) } }, expect = "cannot-tell" },
  { "what a firm has in the Union it has in the world at least", without = { "t-world" }, set = first { "t-eu", 1001e6 },
    expect = "flagged" },
  { "1,000 million there leaves it open", without = { "t-world" }, set = first { "t-eu", 1000e6 }, expect = "cannot-tell" },
  { "so does what it has in one State of which an amount is unknown",
    without = { "t-world", "t-eu" },
    add = { financials = { { id = "t-de", entity = "target", metric = "revenue", geography = "DE", amount = null, from = "2023-12-31" } } },
    expect = "cannot-tell", needs = { "t-de.amount" } },
  { "the seller's turnover is not the target's",
    add = {
      entities = { { id = "seller", activities = { "software" } } },
      holdings = { { holder = "seller", entity = "target", control = "sole" } },
      financials = { eur("seller-eu", "seller", "EU", 9000e6) },
    },
    set = first { "t-eu", 50e6 }, expect = "clear" },
  { "a closed deal is measured like an open one",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-08-01" },
    add = { holdings = { { holder = "buyer", entity = "target", control = "sole", from = "2024-08-01" } } },
    expect = "flagged" },
  { "a stake without control is no concentration",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2024-06-01" } } },
    expect = "out-of-scope" },
  { "a part that comes to half of the votes gives joint control",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 50, votes = 50, from = "2024-06-01" } } }, expect = "flagged" },
  { "49.9 % of them is no concentration",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 50, votes = 49.9, from = "2024-06-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity target, holder buyer" } },
  { "nor can it where the list of what is held today is complete",
    set = { ["deal.type"] = "partial" }, complete = { { kind = "holding" } }, expect = "cannot-tell" },
  { "once the deal has closed and the list is complete, no holding is none",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-07-01" }, complete = { { kind = "holding" } },
    expect = "out-of-scope" },
  { "until then it is open too",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-07-01" }, expect = "cannot-tell" },
  { "an announced part on top of 20 % cannot tell", set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2015-01-01" } } },
    expect = "cannot-tell" },
  { "a stake that gives joint control is one",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 50, votes = 50, control = "joint", from = "2024-06-01" } } },
    expect = "flagged" },
  { "an abandoned deal is none",
    set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2024-08-01" }, expect = "not-applicable" },
  { "money without control is none",
    without = { "deal" },
    add = {
      investments = {
        {
          investor = "buyer", target = "target", amount = { value = 1e9, currency = "EUR" }, instrument = "equity",
          status = "paid", from = "2024-06-01",
        },
      },
    },
    expect = "out-of-scope" },
  { "a deal of before the Regulation is out of scope", set = { ["deal.from"] = "2004-04-30" }, expect = "out-of-scope" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "a buyer that is at home in no Member State is rebutted by none", add = { financials = everywhere() }, expect = "flagged", open = 0 },
}
