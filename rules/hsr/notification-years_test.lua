--- The figures of each year, and the law before them.
local hsr_deal = require "hsr_deal_test"
local money    = require "money_test"

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

--- A deal that closed on 1 March 1990.
local function old(value, target_sales, buyer_sales, target_assets)
  local set = closed("1990-01-01", "1990-03-01", value, target_sales, buyer_sales)
  if target_assets then set["target-assets.amount"] = usd(target_assets) end
  return set
end

--- The same for a part.
local function part(set)
  set["deal.type"] = "partial"
  return set
end

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

local facts = hsr_deal.facts()
for _, figure in ipairs(facts.financials) do figure.from = "1970-12-31" end

local own = {
  rule  = "hsr/notification",
  facts = facts,

  { "before the rules of 1978 no figures are on file", set = closed("1978-01-01", "1978-09-04", 1e9), expect = "out-of-scope" },
  { "before February 2001 a deal above 15 million must be notified", set = old(15000001, 10e6, 100e6), expect = "flagged" },
  { "one at 15 million need not", set = old(15e6, 10e6, 100e6), expect = "clear" },
  { "the sizes of the parties matter for the largest deal too", set = old(1e9, 9999999, 1e9), expect = "clear" },
  { "as on the last day", set = closed("2000-11-01", "2001-01-31", 1e9, 9999999, 1e9), expect = "clear" },
  { "and not on the next", set = closed("2000-11-01", "2001-02-01", 1e9, 9999999, 1e9), expect = "flagged" },
  { "a takeover of a firm of 25 million counts at any price", set = old(1e6, 25e6, 100e6), expect = "flagged" },
  { "of a smaller one it does not", set = old(1e6, 24999999, 100e6), expect = "clear" },
  { "by its assets too", set = old(1e6, 1e6, 100e6, 25e6), expect = "flagged" },
  { "until 1987 10 million were enough", set = closed("1987-01-01", "1987-04-09", 1e6, 10e6, 100e6), expect = "flagged" },
  { "then they were not", set = closed("1987-01-01", "1987-04-10", 1e6, 10e6, 100e6), expect = "clear" },
  { "half of the votes counts as a takeover does", set = part(old(1e6, 25e6, 100e6)),
    add = { holdings = { hsr_deal.held("buyer", "target", 50, "1990-03-01") } }, expect = "flagged" },
  { "less than half does not", set = part(old(1e6, 25e6, 100e6)),
    add = { holdings = { hsr_deal.held("buyer", "target", 49.9, "1990-03-01") } }, expect = "clear" },
  { "since 2001 no price is too low for that law",
    set = closed("2000-11-01", "2001-02-01", 1e6, 25e6, 100e6), expect = "clear" },
}

for _, test in ipairs(of_each_year()) do table.insert(own, test) end
return own
