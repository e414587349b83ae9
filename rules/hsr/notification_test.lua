local money = require "money_test"

local usd = money.usd

--- The facts of a deal that closed; where sales are given they are all that the firms have.
local function closed(from, day, value, target_sales, buyer_sales)
  local set = { ["deal.from"] = from, ["deal.status"] = "closed", ["deal.closed"] = day, ["deal.value"] = usd(value) }
  if target_sales then
    set["target-sales.amount"], set["target-assets.amount"] = usd(target_sales), usd(1)
    set["buyer-sales.amount"], set["buyer-assets.amount"] = usd(buyer_sales), usd(1)
  end
  return set
end

--- The figures of each year, in US dollars, as they were published: the size of transaction, the second value, above which
--- the size of the firms does not matter, and their lower and upper size. Of deals that closed on the first day and on the last
--- on which they held: when they were announced, and that day.
local FIGURES = {
  { "2001", value = 50000000, second = 200000000, lower = 10000000, upper = 100000000,
    first = { "2001-01-12", "2001-02-01" }, last = { "2005-02-09", "2005-03-01" } },
  { "2005", value = 53100000, second = 212300000, lower = 10700000, upper = 106200000,
    first = { "2005-02-10", "2005-03-02" }, last = { "2006-01-27", "2006-02-16" } },
  { "2006", value = 56700000, second = 226800000, lower = 11300000, upper = 113400000,
    first = { "2006-01-28", "2006-02-17" }, last = { "2007-01-31", "2007-02-20" } },
  { "2007", value = 59800000, second = 239200000, lower = 12000000, upper = 119600000,
    first = { "2007-02-01", "2007-02-21" }, last = { "2008-02-07", "2008-02-27" } },
  { "2008", value = 63100000, second = 252300000, lower = 12600000, upper = 126200000,
    first = { "2008-02-08", "2008-02-28" }, last = { "2009-01-22", "2009-02-11" } },
  { "2009", value = 65200000, second = 260700000, lower = 13000000, upper = 130300000,
    first = { "2009-01-23", "2009-02-12" }, last = { "2010-02-01", "2010-02-21" } },
  { "2010", value = 63400000, second = 253700000, lower = 12700000, upper = 126900000,
    first = { "2010-02-02", "2010-02-22" }, last = { "2011-02-03", "2011-02-23" } },
  { "2011", value = 66000000, second = 263800000, lower = 13200000, upper = 131900000,
    first = { "2011-02-04", "2011-02-24" }, last = { "2012-02-06", "2012-02-26" } },
  { "2012", value = 68200000, second = 272800000, lower = 13600000, upper = 136400000,
    first = { "2012-02-07", "2012-02-27" }, last = { "2013-01-21", "2013-02-10" } },
  { "2013", value = 70900000, second = 283600000, lower = 14200000, upper = 141800000,
    first = { "2013-01-22", "2013-02-11" }, last = { "2014-02-03", "2014-02-23" } },
  { "2014", value = 75900000, second = 303400000, lower = 15200000, upper = 151700000,
    first = { "2014-02-04", "2014-02-24" }, last = { "2015-01-30", "2015-02-19" } },
  { "2015", value = 76300000, second = 305100000, lower = 15300000, upper = 152500000,
    first = { "2015-01-31", "2015-02-20" }, last = { "2016-02-04", "2016-02-24" } },
  { "2016", value = 78200000, second = 312600000, lower = 15600000, upper = 156300000,
    first = { "2016-02-05", "2016-02-25" }, last = { "2017-02-06", "2017-02-26" } },
  { "2017", value = 80800000, second = 323000000, lower = 16200000, upper = 161500000,
    first = { "2017-02-07", "2017-02-27" }, last = { "2018-02-07", "2018-02-27" } },
  { "2018", value = 84400000, second = 337600000, lower = 16900000, upper = 168800000,
    first = { "2018-02-08", "2018-02-28" }, last = { "2019-03-13", "2019-04-02" } },
  { "2019", value = 90000000, second = 359900000, lower = 18000000, upper = 180000000,
    first = { "2019-03-14", "2019-04-03" }, last = { "2020-02-06", "2020-02-26" } },
  { "2020", value = 94000000, second = 376000000, lower = 18800000, upper = 188000000,
    first = { "2020-02-07", "2020-02-27" }, last = { "2021-02-11", "2021-03-03" } },
  { "2021", value = 92000000, second = 368000000, lower = 18400000, upper = 184000000,
    first = { "2021-02-12", "2021-03-04" }, last = { "2022-02-02", "2022-02-22" } },
  { "2022", value = 101000000, second = 403900000, lower = 20200000, upper = 202000000,
    first = { "2022-02-03", "2022-02-23" }, last = { "2023-02-06", "2023-02-26" } },
  { "2023", value = 111400000, second = 445500000, lower = 22300000, upper = 222700000,
    first = { "2023-02-07", "2023-02-27" }, last = { "2024-02-14", "2024-03-05" } },
  { "2024", value = 119500000, second = 478000000, lower = 23900000, upper = 239000000,
    first = { "2024-02-15", "2024-03-06" }, last = { "2025-01-31", "2025-02-20" } },
  { "2025", value = 126400000, second = 505800000, lower = 25300000, upper = 252900000,
    first = { "2025-02-01", "2025-02-21" }, last = { "2026-01-27", "2026-02-16" } },
  { "2026", value = 133900000, second = 535500000, lower = 26800000, upper = 267800000,
    first = { "2026-01-28", "2026-02-17" }, last = false },
}

--- What the figures of each year do at their lines, on their first day and on their last.
local function of_each_year()
  local tests = {}
  local function test(name, deal, verdict)
    table.insert(tests, { name, as_of = "2026-12-31", set = deal, expect = verdict })
  end
  for _, of in ipairs(FIGURES) do
    local year, announced, day = of[1], of.first[1], of.first[2]
    local function at(which, days)
      local when = "on the " .. which .. " day of the figures of " .. year
      test(when .. " a deal just above them must be notified", closed(days[1], days[2], of.value + 1), "flagged")
      test(when .. " a deal at them need not", closed(days[1], days[2], of.value), "clear")
    end
    local function sizes(name, value, target, buyer, verdict)
      test("of " .. year .. ": " .. name, closed(announced, day, value, target, buyer), verdict)
    end
    at("first", of.first)
    if of.last then at("last", of.last) end
    sizes("the sizes of person at their lines", of.second, of.lower, of.upper, "flagged")
    sizes("a target below the lower size", of.second, of.lower - 1, of.upper, "clear")
    sizes("a buyer below the upper size", of.second, of.lower, of.upper - 1, "clear")
    sizes("just above the second value neither matters", of.second + 1, 1, 1, "flagged")
  end
  return tests
end

--- A deal for a part, and for the whole, of the target.
local function partial(id, from, value)
  return { id = id, acquirer = "buyer", target = "target", type = "partial", from = from, status = "announced", value = value }
end
local function takeover(from, value)
  return { acquirer = "buyer", target = "target", type = "acquisition", from = from, status = "announced", value = value }
end

--- 100 million for shares, or so much to date.
local function equity(from, cumulative)
  return {
    investor = "buyer", target = "target", amount = usd(100e6), instrument = "equity", status = "paid", from = from,
    cumulative = cumulative or false,
  }
end

--- So much for shares that is only announced, or so much in all.
local function announced(from, amount, cumulative)
  local coming = equity(from, cumulative)
  coming.status, coming.amount = "announced", usd(amount)
  return coming
end

--- Votes of one firm that another has, from a day on.
local function held(holder, entity, votes, from)
  return { holder = holder, entity = entity, stake = votes, votes = votes, from = from }
end

--- Two large firms, of which one holds votes of the other and has bought a part of it, below the line.
local function steps()
  return {
    as_of = "2025-01-01",
    entities = { { id = "buyer" }, { id = "target", activities = { "manufacturer" } } },
    transactions = { partial("deal", "2024-10-01", usd(100e6)) },
    holdings = { { holder = "buyer", entity = "target", stake = 30, votes = 30, control = "none", from = "2024-10-01" } },
    financials = {
      { entity = "buyer", metric = "revenue", from = "2014-12-31", amount = usd(1e9) },
      { entity = "target", metric = "revenue", from = "2014-12-31", amount = usd(1e9) },
    },
  }
end

--- The same, of which the buyer bought and sold a part long before, with a second part below the line.
local function resold(paid)
  local facts = steps()
  local first = partial("first", "2015-04-01", usd(100e6))
  first.status, first.closed = "closed", "2015-05-01"
  facts.transactions = { first, partial("second", "2024-10-01", usd(60e6)) }
  facts.investments = paid
  facts.holdings = {
    { id = "old", holder = "buyer", entity = "target", stake = 30, votes = 30, from = "2015-05-01", to = "2018-01-01" },
    { id = "new", holder = "buyer", entity = "target", stake = 5, votes = 5, from = "2024-12-20" },
  }
  return facts
end

--- A party far below both sizes.
local function small(who)
  return { [who .. "-sales.amount"] = usd(1e6), [who .. "-assets.amount"] = usd(1e6) }
end

--- The deal closed on 1 December 2024.
local function closing(set)
  set["deal.status"], set["deal.closed"] = "closed", "2024-12-01"
  return set
end

--- Accounts of a firm, added to others; what is not given is not on file.
local function accounts_of(firm, sales, assets, others)
  local list = others or {}
  table.insert(list, { entity = firm, metric = "revenue", from = "2000-12-31", amount = usd(sales) })
  if assets then table.insert(list, { entity = firm, metric = "assets", from = "2000-12-31", amount = usd(assets) }) end
  return list
end

--- A firm with votes of a party, and its accounts.
local function parent(of, votes, sales, assets, does, to)
  local holding = held("parent", of, votes, "2020-01-01")
  holding.control, holding.to = "none", to
  return {
    entities = { { id = "parent", activities = does or { "manufacturer" } } },
    holdings = { holding },
    financials = accounts_of("parent", sales, assets),
  }
end

local own = {
  rule = "hsr/notification",
  facts = {
    as_of = "2025-01-01",
    entities = { { id = "buyer" }, { id = "target", activities = { "manufacturer" } } },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-10-01",
        status = "announced", value = usd(300e6),
      },
    },
    financials = {
      { id = "buyer-sales", entity = "buyer", metric = "revenue", from = "2000-12-31", amount = usd(5e9) },
      { id = "buyer-assets", entity = "buyer", metric = "assets", from = "2000-12-31", amount = usd(9e9) },
      { id = "target-sales", entity = "target", metric = "revenue", from = "2000-12-31", amount = usd(60e6) },
      { id = "target-assets", entity = "target", metric = "assets", from = "2000-12-31", amount = usd(40e6) },
    },
  },

  { "a large deal of large firms must be notified, and no exemption is open", expect = "flagged", open = 0,
    subject = { buyer = "buyer", target = "target" },
    figures = { value = 300e6, buyer_sales = 5e9, target_assets = 40e6 } },
  { "a value at the size of transaction needs none",
    set = { ["deal.value"] = usd(119.5e6) }, expect = "clear" },
  { "a value just above it does",
    set = { ["deal.value"] = usd(119500001) }, expect = "flagged" },
  { "a value just below it does not",
    set = { ["deal.value"] = usd(119499999) }, expect = "clear" },
  { "a value that straddles it cannot tell",
    set = { ["deal.value"] = { value = { min = 100e6, max = 130e6 }, currency = "USD" } },
    expect = "cannot-tell", needs = { "deal.value" } },
  { "an unknown value cannot tell", set = { ["deal.value"] = null }, expect = "cannot-tell", needs = { "deal.value" } },
  { "a target as small as the lower size counts",
    set = { ["target-sales.amount"] = usd(23.9e6), ["target-assets.amount"] = usd(1e6) },
    expect = "flagged" },
  { "a smaller target takes the deal out",
    set = { ["target-sales.amount"] = usd(23899999), ["target-assets.amount"] = usd(1e6) },
    expect = "clear" },
  { "assets will do in place of sales",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(23.9e6) },
    expect = "flagged" },
  { "sales of a target that makes nothing itself do not count",
    set = { ["target.activities"] = { "software" }, ["target-assets.amount"] = usd(23899999) }, expect = "clear" },
  { "those of a chip maker do",
    set = { ["target.activities"] = { "chip-maker" }, ["target-assets.amount"] = usd(23899999) }, expect = "flagged" },
  { "of a target whose activities are not on file it cannot be told",
    unset = { "target.activities" }, set = { ["target-assets.amount"] = usd(23899999) }, expect = "cannot-tell",
    needs = { "target.activities" } },
  { "assets count whatever the target does", set = { ["target.activities"] = { "software" } }, expect = "flagged" },
  { "a target of the upper size counts by its sales, whatever it does",
    set = {
      ["target.activities"] = { "software" }, ["target-sales.amount"] = usd(239e6), ["target-assets.amount"] = usd(1e6),
    },
    expect = "flagged" },
  { "a buyer as large as the upper size counts",
    set = { ["buyer-sales.amount"] = usd(239e6), ["buyer-assets.amount"] = usd(1e6) },
    expect = "flagged" },
  { "a smaller buyer takes the deal out",
    set = { ["buyer-sales.amount"] = usd(238999999), ["buyer-assets.amount"] = usd(1e6) },
    expect = "clear" },
  { "a large target and a small buyer will do as well",
    set = {
      ["buyer-sales.amount"] = usd(30e6),
      ["buyer-assets.amount"] = usd(1e6),
      ["target-sales.amount"] = usd(400e6),
    },
    expect = "flagged" },
  { "above the second value the size of the firms does not matter",
    set = { ["deal.value"] = usd(478000001) }, without = { "target-sales", "target-assets" },
    expect = "flagged" },
  { "at the second value it still does",
    set = { ["deal.value"] = usd(478e6) }, without = { "target-sales", "target-assets" },
    expect = "cannot-tell" },
  { "at the second value a small target takes the deal out",
    set = {
      ["deal.value"] = usd(478e6),
      ["target-sales.amount"] = usd(1e6),
      ["target-assets.amount"] = usd(1e6),
    },
    expect = "clear" },
  { "another currency without a rate cannot tell",
    set = { ["deal.value"] = { value = 300e6, currency = "EUR" } }, expect = "cannot-tell" },
  { "with a rate it can",
    set = { ["deal.value"] = { value = 300e6, currency = "EUR" } },
    add = { rates = { { base = "EUR", quote = "USD", value = 1.1, from = "2024-06-30" } } }, expect = "flagged" },
  { "a team and a licence are another concern", set = { ["deal.type"] = "acqui-hire" }, expect = "out-of-scope" },
  { "a part with votes must be notified",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 20, control = "none" } },
    },
    expect = "flagged", open = 0 },
  { "a part without votes is out of scope",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 0, control = "none" } },
    },
    expect = "out-of-scope" },
  { "one that is still to be bought may carry votes, whatever is held now",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = 0, control = "none" } },
    },
    expect = "cannot-tell" },
  { "a part that is to be bought may carry votes: where no holding is on file it cannot tell",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "so it is where the holding begins at closing",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, from = "2025-03-01" } } },
    expect = "cannot-tell" },
  { "an investment only in a part of unknown size is not surely exempt",
    set = { ["deal.type"] = "partial", ["deal.value"] = usd(1e9) },
    add = { observations = { { about = { "buyer", "target" }, says = "investment-only", strength = "strong" } } },
    expect = "cannot-tell" },
  { "a part with unknown votes cannot tell",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { id = "held", holder = "buyer", entity = "target", stake = 20, votes = null, control = "none" } },
    },
    expect = "cannot-tell", needs = { "held.votes" } },
  { "a first step below the line needs none", facts = steps(), expect = "clear", figures = { value = 100e6 } },
  { "with a second, what would be held is above the line",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } }, expect = "flagged",
    figures = { value = 200e6 } },
  { "steps that come to the line together need none",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(19.5e6)) } }, expect = "clear" },
  { "a dollar more does",
    facts = steps(), add = { transactions = { partial("second", "2024-12-01", usd(19500001)) } }, expect = "flagged" },
  { "an earlier step of unknown value cannot tell",
    facts = steps(), set = { ["deal.value"] = null },
    add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } },
    expect = "cannot-tell", needs = { "deal.value" } },
  { "a step that was given up does not count",
    facts = steps(), set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2024-11-01" },
    add = { transactions = { partial("second", "2024-12-01", usd(100e6)) } }, expect = "clear" },
  { "a takeover after a first part counts that part",
    facts = steps(), add = { transactions = { takeover("2024-12-01", usd(100e6)) } }, expect = "flagged" },
  { "money paid in steps counts together",
    facts = steps(), without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01") } },
    expect = "flagged", figures = { value = 200e6 } },
  { "cumulative money counts once",
    facts = steps(), without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01", true) } },
    expect = "clear", figures = { value = 100e6 } },
  { "a step whose shares were sold before does not count", facts = resold {}, expect = "clear", figures = { value = 60e6 } },
  { "one whose shares are still held does",
    facts = resold {}, unset = { "old.to" }, expect = "flagged", figures = { value = 160e6 } },
  { "so does one of which a part is left",
    facts = resold {}, add = { holdings = { held("buyer", "target", 5, "2018-01-01") } }, expect = "flagged",
    figures = { value = 160e6 } },
  { "shares sold on a day that nobody knows leave it open", facts = resold {}, set = { ["old.to"] = null }, expect = "cannot-tell" },
  { "what was sold after the deal was held with it",
    facts = resold {},
    set = { ["second.from"] = "2017-05-01", ["second.status"] = "closed", ["second.closed"] = "2017-06-01" },
    expect = "flagged", figures = { value = 160e6 } },
  { "a step that closed after the sale counts",
    facts = resold {}, set = { ["first.closed"] = "2018-02-01" }, expect = "flagged", figures = { value = 160e6 } },
  { "money for shares that were sold before does not count either",
    facts = resold { equity("2015-04-01") }, without = { "first" }, expect = "clear", figures = { value = 60e6, total = 60e6 } },
  { "money for shares that are still held may be another step",
    facts = resold { equity("2015-04-01") }, without = { "first" }, unset = { "old.to" }, expect = "cannot-tell",
    figures = { value = 100e6, total = 160e6 } },
  { "money and a transaction may be one step or two: what either comes to alone cannot tell",
    facts = steps(), add = { investments = { equity("2024-06-01") } }, expect = "cannot-tell",
    figures = { value = 100e6, total = 200e6 } },
  { "where they come to the line together, they are below it either way",
    facts = steps(), set = { ["deal.value"] = usd(19.5e6) }, add = { investments = { equity("2024-06-01") } }, expect = "clear" },
  { "where one comes to more alone, it is above it either way",
    facts = steps(), set = { ["deal.value"] = usd(119500001) }, add = { investments = { equity("2024-06-01") } },
    expect = "flagged" },
  { "where the transactions on file are all, the money is theirs",
    facts = steps(), add = { investments = { equity("2024-10-02") } }, complete = { { kind = "transaction" } },
    expect = "clear", figures = { value = 100e6 } },
  { "a convertible does not count with shares",
    facts = steps(), without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible", status = "paid", from = "2024-09-01" },
        equity("2024-12-01"),
      },
    },
    expect = "clear", figures = { value = 100e6 } },
  { "a convertible is out of scope until it converts",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible",
          status = "paid", from = "2024-10-01" },
      },
    },
    expect = "out-of-scope" },
  { "equity with votes counts",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "equity",
          status = "paid", from = "2024-10-01" },
      },
      holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 20, control = "none" } },
    },
    expect = "flagged" },
  { "equity with no holding on file has unknown votes",
    without = { "deal" }, add = { investments = { equity("2024-10-01"), equity("2024-12-01") } }, expect = "cannot-tell",
    figures = { value = 200e6 } },
  { "what was bought with money, held and sold again carries no votes",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), equity("2024-10-02") },
      holdings = { { holder = "buyer", entity = "target", votes = 30, from = "2024-10-01", to = "2024-11-30" } },
    },
    expect = "out-of-scope" },
  { "what was sold before new money came tells nothing of its votes",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), equity("2024-10-02") },
      holdings = { { holder = "buyer", entity = "target", votes = 30, from = "2020-01-01", to = "2024-09-30" } },
    },
    expect = "cannot-tell" },
  { "announced money is a deal, by the law of the day asked: its votes are unknown before it closes",
    as_of = "2026-12-31", without = { "deal" }, add = { investments = { announced("2025-01-10", 134e6) } },
    expect = "cannot-tell", figures = { value = 134e6 } },
  { "announced money at the line of the day asked is clear, though it is above that of its own day",
    as_of = "2026-12-31", without = { "deal" }, add = { investments = { announced("2025-01-10", 133.9e6) } },
    expect = "clear", figures = { value = 133.9e6 } },
  { "with votes that the buyer has already it is flagged",
    without = { "deal" },
    add = { investments = { announced("2024-12-10", 500e6) }, holdings = { held("buyer", "target", 12, "2020-01-01") } },
    expect = "flagged", open = 0, figures = { value = 500e6 } },
  { "announced money comes on top of what was paid before",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), announced("2024-12-10", 20e6) }, holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "flagged", figures = { value = 120e6 } },
  { "an announced total counts once",
    without = { "deal" },
    add = {
      investments = { equity("2024-10-01"), announced("2024-12-10", 119e6, true) },
      holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "clear", figures = { value = 119e6 } },
  { "a later deal tells what became of announced money",
    without = { "deal" },
    add = {
      investments = { announced("2024-06-01", 900e6), equity("2024-10-01") }, holdings = { held("buyer", "target", 12, "2024-10-01") },
    },
    expect = "clear", figures = { value = 100e6 } },
  { "an announced convertible is out of scope",
    without = { "deal" },
    add = {
      investments = {
        { investor = "buyer", target = "target", amount = usd(1e9), instrument = "convertible", status = "announced",
          from = "2024-10-01" },
      },
    },
    expect = "out-of-scope" },
  { "money of which it is not known whether it is more than announced cannot tell",
    without = { "deal" },
    add = {
      investments = {
        { id = "money", investor = "buyer", target = "target", amount = usd(1e9), instrument = "equity", status = null,
          from = "2024-10-01" },
      },
    },
    expect = "cannot-tell", needs = { "money.status" } },
  { "an announced takeover gives more than 10 %, however little is held before it for investment",
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 0 },
  { "an announced part may bring more than 10 %, however little is held before it for investment",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "so may announced money",
    without = { "deal" },
    add = {
      investments = { announced("2024-12-10", 500e6) },
      holdings = { { holder = "buyer", entity = "target", votes = 5, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged", open = 1 },
  { "up to 10 % of the votes, solely for investment, rebuts",
    set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "rebutted" },
  { "just above 10 % it does not",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10.01, control = "none", sole_investment = true } },
    },
    complete = { { kind = "holding" } }, expect = "flagged" },
  { "10 % held to influence does not",
    set = { ["deal.type"] = "partial" },
    add = {
      holdings = { { holder = "buyer", entity = "target", votes = 10, control = "none", sole_investment = false } },
    },
    complete = { { kind = "holding" }, { kind = "observation" } }, expect = "flagged", open = 0 },
  { "the rest of a firm whose votes the buyer has half of needs none",
    add = { holdings = { held("buyer", "target", 50, "2020-01-01") } }, expect = "rebutted" },
  { "less than half is another person",
    add = { holdings = { held("buyer", "target", 49.9, "2020-01-01") } }, expect = "flagged" },
  { "a subsidiary that takes over its parent is one person with it",
    set = { ["target-sales.amount"] = usd(5e9) },
    add = { holdings = { held("target", "buyer", 100, "2020-01-01") } }, expect = "rebutted" },
  { "so is a firm with one that has half of its votes",
    add = { holdings = { held("target", "buyer", 50, "2020-01-01") } }, expect = "rebutted" },
  { "sister firms of one parent are one person",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 100, "2020-01-01"), held("parent", "target", 100, "2020-01-01") },
    },
    expect = "rebutted" },
  { "sister firms of which one parent has half each are one person",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "with less than half of one of them they are not",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 49.9, "2020-01-01") },
    },
    expect = "flagged", open = 0 },
  { "half of half controls: each step is asked by itself",
    add = {
      entities = { { id = "middle" } },
      holdings = { held("buyer", "middle", 50, "2020-01-01"), held("middle", "target", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "so it is of a target that is above its buyer",
    set = { ["target-sales.amount"] = usd(5e9) },
    add = {
      entities = { { id = "middle" } },
      holdings = { held("target", "middle", 50, "2020-01-01"), held("middle", "buyer", 50, "2020-01-01") },
    },
    expect = "rebutted" },
  { "of a target that two control by halves, one of whom controls the buyer",
    add = {
      entities = { { id = "parent" }, { id = "other" } },
      holdings = {
        held("parent", "buyer", 50, "2020-01-01"), held("other", "target", 50, "2020-01-01"), held("parent", "target", 50, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "what the members of a group have counts together",
    add = {
      entities = { { id = "parent" }, { id = "unit" } },
      holdings = {
        held("parent", "buyer", 50, "2020-01-01"), held("parent", "unit", 100, "2020-01-01"),
        held("parent", "target", 30, "2020-01-01"), held("unit", "target", 20, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "control by other means than votes exempts nothing",
    add = {
      entities = { { id = "middle" } },
      holdings = {
        { holder = "buyer", entity = "middle", stake = 40, votes = 40, control = "sole", from = "2020-01-01" },
        held("middle", "target", 100, "2020-01-01"),
      },
    },
    expect = "flagged" },
  { "a circle of halves comes to an end",
    add = {
      entities = { { id = "left" }, { id = "right" } },
      holdings = {
        held("left", "right", 50, "2020-01-01"), held("right", "left", 50, "2020-01-01"), held("left", "buyer", 50, "2020-01-01"),
        held("right", "target", 50, "2020-01-01"),
      },
    },
    expect = "rebutted" },
  { "a parent with unknown votes of one leaves it open",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", null, "2020-01-01"), held("parent", "target", 50, "2020-01-01") },
    },
    expect = "flagged", open = 1 },
  { "unknown votes of somebody who has nothing of the other do not",
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", null, "2020-01-01") },
    },
    expect = "flagged", open = 0 },
  { "sisters since the deal closed were none before",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = {
      entities = { { id = "parent" } },
      holdings = { held("parent", "buyer", 50, "2020-01-01"), held("parent", "target", 50, "2024-12-01") },
    },
    expect = "flagged" },
  { "what the buyer holds since the deal closed exempts nothing",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = { holdings = { held("buyer", "target", 100, "2024-12-01") } }, expect = "flagged" },
  { "a first deal that gave it half exempts a second",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01" },
    add = { holdings = { held("buyer", "target", 60, "2024-11-30") } }, expect = "rebutted" },
  { "a parent with exactly half of a small buyer is of its person: its size counts",
    set = small "buyer", add = parent("buyer", 50, 5e9, 1e6), expect = "flagged", figures = { buyer_sales = 1e6 } },
  { "its assets will do in place of sales", set = small "buyer", add = parent("buyer", 50, 1e6, 5e9), expect = "flagged" },
  { "with less than half it is not", set = small "buyer", add = parent("buyer", 49.9, 5e9, 5e9), expect = "clear" },
  { "a parent that is small too adds nothing", set = small "buyer", add = parent("buyer", 50, 1e6, 1e6), expect = "clear" },
  { "a parent at the upper size counts", set = small "buyer", add = parent("buyer", 50, 239e6, 1e6), expect = "flagged" },
  { "just below it it does not", set = small "buyer", add = parent("buyer", 50, 238999999, 1e6), expect = "clear" },
  { "of a parent whose accounts are not on file the size is open",
    set = small "buyer", add = { entities = { { id = "parent" } }, holdings = { held("parent", "buyer", 50, "2020-01-01") } },
    expect = "cannot-tell" },
  { "so it is where one of the two is too small and the other not on file",
    set = small "buyer", add = parent("buyer", 50, 1e6), expect = "cannot-tell" },
  { "where one is large enough the other is not asked for",
    set = small "buyer", add = parent("buyer", 50, 5e9), expect = "flagged" },
  { "of votes that nobody knows it is open", set = small "buyer", add = parent("buyer", null, 5e9, 5e9), expect = "cannot-tell" },
  { "half of a half is enough at each step",
    set = small "buyer",
    add = {
      entities = { { id = "parent" }, { id = "between" } },
      holdings = { held("parent", "between", 50, "2020-01-01"), held("between", "buyer", 50, "2020-01-01") },
      financials = accounts_of("parent", 5e9, 5e9, accounts_of("between", 1, 1)),
    },
    expect = "flagged" },
  { "of a small unit that is sold the seller's assets count: the person bought is its ultimate parent with all that it controls",
    set = small "target", add = parent("target", 100, 1e6, 2e9), expect = "flagged", figures = { target_assets = 1e6 } },
  { "so they do of a seller of half", set = small "target", add = parent("target", 50, 1e6, 2e9), expect = "flagged" },
  { "of one with less than half they do not", set = small "target", add = parent("target", 49.9, 1e6, 2e9), expect = "clear" },
  { "a seller at the lower size counts", set = small "target", add = parent("target", 100, 1e6, 23.9e6), expect = "flagged" },
  { "just below it it does not", set = small "target", add = parent("target", 100, 1e6, 23899999), expect = "clear" },
  { "sales of a seller whose person makes no goods do not count below the upper size",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "software" }), expect = "clear" },
  { "of one that makes goods they do",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "manufacturer" }), expect = "flagged" },
  { "and of one that makes chips",
    set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" } },
    add = parent("target", 100, 100e6, 1e6, { "chip-maker" }), expect = "flagged" },
  { "a seller of the upper size counts by its sales against a buyer of the lower",
    set = {
      ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6), ["target.activities"] = { "software" },
      ["buyer-sales.amount"] = usd(23.9e6), ["buyer-assets.amount"] = usd(1e6),
    },
    add = parent("target", 100, 239e6, 1e6, { "software" }), expect = "flagged" },
  { "of a deal that has closed it is who had the target on the day before",
    set = closing(small "target"), add = parent("target", 100, 1e6, 2e9, { "software" }, "2024-11-30"), expect = "flagged" },
  { "who had sold it before that is no seller",
    set = closing(small "target"), add = parent("target", 100, 1e6, 2e9, { "software" }, "2024-11-29"), expect = "clear" },
  { "a deal that closed on a day which nobody knows leaves it open",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12", ["deal.value"] = usd(1e9) }, expect = "flagged", open = 1 },
  { "and whose accounts count", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12" }, expect = "cannot-tell" },
  { "a buyer that fell below the upper size after the deal was large enough on its day",
    as_of = "2026-03-01",
    set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01", ["buyer-sales.amount"] = usd(239e6),
      ["buyer-assets.amount"] = usd(1e6),
    },
    add = { financials = { { entity = "buyer", metric = "revenue", from = "2025-12-31", amount = usd(200e6) } } },
    expect = "flagged", figures = { buyer_sales = 239e6 } },
  { "a target that grew after it was not",
    as_of = "2026-03-01",
    set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2024-12-01", ["target-sales.amount"] = usd(1e6),
      ["target-assets.amount"] = usd(1e6),
    },
    add = { financials = { { entity = "target", metric = "assets", from = "2025-12-31", amount = usd(40e6) } } },
    expect = "clear", figures = { target_assets = 1e6 } },
  { "of a deal that is open the last accounts count",
    as_of = "2026-03-01", set = { ["target-sales.amount"] = usd(1e6), ["target-assets.amount"] = usd(1e6) },
    add = { financials = { { entity = "target", metric = "assets", from = "2025-12-31", amount = usd(40e6) } } },
    expect = "flagged", figures = { target_assets = 40e6 } },
  { "an abandoned deal gives nobody to ask about",
    set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2024-11-01" }, expect = "not-applicable" },
  { "before February 2001 the figures are not on file",
    as_of = "2003-01-01",
    set = { ["deal.from"] = "2000-11-01", ["deal.status"] = "closed", ["deal.closed"] = "2001-01-31" },
    expect = "out-of-scope" },
}

for _, test in ipairs(of_each_year()) do table.insert(own, test) end
return own
