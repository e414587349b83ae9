--- For tests alone: two firms of some size that sell in one market, and the tests that every rule of section 8 of the Clayton
--- Act on their boards passes in the same words. Who sits where stands in the test of each rule.
local joined = require "joined_test"
local money  = require "money_test"

local boards = {}
local usd = money.usd

--- Two corporations that compete, a person or two, and a fund.
---@param positions table[] who sits where
---@return table facts
function boards.facts(positions)
  local function worth(id, entity, value)
    return { id = id, entity = entity, metric = "net-worth", from = "1999-12-31", amount = usd(value) }
  end
  return {
    as_of = "2025-03-01",
    entities = {
      { id = "one", form = "company", activities = { "software" } }, { id = "two", form = "company", activities = { "retailer" } },
      { id = "jo", form = "person" },
      { id = "ann", form = "person" }, { id = "fund", form = "fund" },
    },
    markets = { { id = "m", product = "widgets", geography = "US" } },
    shares = {
      { id = "one-share", market = "m", entity = "one", percent = 20, from = "1999-12-31" },
      { id = "two-share", market = "m", entity = "two", percent = 10, from = "1999-12-31" },
    },
    positions = positions,
    financials = { worth("one-worth", "one", 900e6), worth("two-worth", "two", 80e6) },
  }
end

--- What the two sell in all, and in the market where both do, in US dollars; of the year that ended on the day, else of 2024.
---@param one number
---@param one_in_market number
---@param two number
---@param two_in_market number
---@param day string|nil date
---@return table facts
local function sales(one, one_in_market, two, two_in_market, day)
  local function revenue(entity, market, value)
    return {
      entity = entity, metric = "revenue", market = market or nil, from = day or "2024-12-31", amount = usd(value),
    }
  end
  return {
    financials = {
      revenue("one", nil, one), revenue("one", "m", one_in_market), revenue("two", nil, two), revenue("two", "m", two_in_market),
    },
  }
end

--- Sales in competition of four millions each, and a market with shares in some measure in which each has a revenue of 900.
---@param measure string
---@return table facts
local function sales_beside(measure)
  local facts = sales(2e9, 4e6, 2e9, 4e6)
  facts.markets = { { id = "parts", product = "parts", geography = "US", measure = measure } }
  facts.shares = {}
  for _, firm in ipairs { "one", "two" } do
    table.insert(facts.shares, { market = "parts", entity = firm, percent = 10, from = "2024-12-31" })
    table.insert(facts.financials,
      { entity = firm, metric = "revenue", market = "parts", from = "2024-12-31", amount = usd(900e6) })
  end
  return facts
end

--- Competitive sales that are too small to matter, by each of the three exemptions.
---@return table[] tests
function boards.exemptions()
  return {
    { "where no exemption holds it is final",
      add = sales(2000000000, 1000000000, 2000000000, 1000000000), expect = "flagged", open = 0 },
    { "competitive sales of one just below the second figure exempt",
      add = sales(1000000000, 900000000, 100000000, 5137999), expect = "rebutted" },
    { "competitive sales at the second figure do not",
      add = sales(1000000000, 900000000, 100000000, 5138000), expect = "flagged", open = 0 },
    { "competitive sales above it do not",
      add = sales(1000000000, 900000000, 100000000, 5138001), expect = "flagged", open = 0 },
    { "competitive sales of one below 2 % of its total exempt",
      add = sales(1000000000, 19999999, 100000000, 50000000), expect = "rebutted" },
    { "competitive sales of 2 % do not",
      add = sales(1000000000, 20000000, 100000000, 50000000), expect = "flagged", open = 0 },
    { "competitive sales of both below 4 % of their totals exempt",
      add = sales(1000000000, 39999999, 500000000, 19999999), expect = "rebutted" },
    { "competitive sales of one at 4 % do not",
      add = sales(1000000000, 40000000, 500000000, 19999999), expect = "flagged", open = 0 },
    { "sales in each market where both sell count", add = sales_beside "revenue", expect = "flagged", open = 0 },
    { "in one where both buy they do not compete", add = sales_beside "purchases", expect = "rebutted" },
    { "where nobody knows whether they sell or buy there, it is open", add = sales_beside(null), expect = "flagged", open = 3 },
    { "competitive sales of the first at the second figure do not exempt",
      add = sales(100e6, 5138000, 1e9, 900e6), expect = "flagged", open = 0 },
    { "competitive sales of the first below it do",
      add = sales(100e6, 5137999, 1e9, 900e6), expect = "rebutted" },
    { "competitive sales of the second of 2 % do not exempt",
      add = sales(100e6, 50e6, 1e9, 20e6), expect = "flagged", open = 0 },
    { "competitive sales of the second below 2 % do",
      add = sales(100e6, 50e6, 1e9, 19999999), expect = "rebutted" },
    { "competitive sales of the second at 4 % do not exempt",
      add = sales(500e6, 19999999, 1e9, 40e6), expect = "flagged", open = 0 },
  }
end

--- Both are corporations of more than the size of their year.
---@return table[] tests
function boards.size()
  return {
    { "a firm as large as the size is clear",
      set = { ["two-worth.amount"] = usd(51.38e6) }, expect = "clear" },
    { "a firm just larger is flagged",
      set = { ["two-worth.amount"] = usd(51380001) }, expect = "flagged" },
    { "a firm just smaller is clear",
      set = { ["two-worth.amount"] = usd(51379999) }, expect = "clear" },
    { "both must be larger", set = { ["one-worth.amount"] = usd(1e6) }, expect = "clear" },
    { "a firm without capital is clear",
      set = { ["two-worth.amount"] = { value = -5e6, currency = "USD" } }, expect = "clear" },
    { "an unknown size cannot tell",
      set = { ["two-worth.amount"] = null }, expect = "cannot-tell", needs = { "two-worth.amount" } },
    { "without any account it cannot tell", without = { "two-worth" }, expect = "cannot-tell" },
    { "the first firm at the size is clear",
      set = { ["one-worth.amount"] = usd(51.38e6) }, expect = "clear" },
    { "the first firm just above is flagged",
      set = { ["one-worth.amount"] = usd(51380001) }, expect = "flagged" },
  }
end

--- Both do one kind of business.
---@param activity string
---@return table set
function boards.both(activity)
  return { ["one.activities"] = { activity }, ["two.activities"] = { activity } }
end

--- It has been observed that the two compete.
---@return table facts
function boards.observed()
  return { observations = { { about = { "one", "two" }, says = "head-to-head", strength = "strong" } } }
end

--- Both are corporations, both compete, and the law's figures of the day are on file.
---@return table[] tests
function boards.firms()
  return {
    { "firms that do not compete are clear", without = { "two-share" }, expect = "clear" },
    { "firms of which it was observed are flagged", without = { "two-share" }, add = boards.observed(), expect = "flagged" },
    { "firms that do the same kind of business may compete: where nobody has observed it, it is open",
      without = { "two-share" }, set = boards.both "ai-developer", expect = "cannot-tell",
      needs = { "whether there is any observation with says head-to-head, about one, about two" } },
    { "so may two cloud providers", without = { "two-share" }, set = boards.both "cloud-provider", expect = "cannot-tell" },
    { "where every observation is on file they do not",
      without = { "two-share" }, set = boards.both "ai-developer", complete = { { kind = "observation" } }, expect = "clear" },
    { "a bank is left to other laws", set = { ["two.activities"] = { "x-bank" } }, expect = "out-of-scope" },
    { "so is a trust company", set = { ["one.activities"] = { "x-trust-company" } }, expect = "out-of-scope" },
    { "a bank in the group of a firm makes it none",
      add = {
        entities = { { id = "arm", form = "company", activities = { "x-bank" } } },
        holdings = { { holder = "two", entity = "arm", control = "sole" } },
      },
      expect = "flagged" },
    { "where it is not known what a firm does it may be a bank", unset = { "two.activities" }, expect = "cannot-tell",
      needs = { "two.activities" } },
    { "a foundation is no corporation", set = { ["two.form"] = "nonprofit" }, expect = "out-of-scope" },
    { "a form that is not stated cannot tell", unset = { "two.form" }, expect = "cannot-tell", needs = { "two.form" } },
    { "before 2000 the figures are not on file", as_of = "1999-12-31", expect = "out-of-scope" },
  }
end

--- From 2000 to the day before the figures of 2003, of each figure its bounds alone are on file: between them it is open.
---@return table[] tests
function boards.bounds()
  local tests = {}
  local function size(day, value, verdict)
    table.insert(tests, {
      "on " .. day .. " a firm of " .. value .. " is " .. verdict,
      as_of = day, set = { ["two-worth.amount"] = usd(value) }, expect = verdict,
    })
  end
  local function competitive(day, value, verdict, open)
    table.insert(tests, {
      "on " .. day .. " competitive sales of " .. value .. " are " .. verdict,
      as_of = day, add = sales(1000000000, 900000000, 50000000, value, "1999-12-31"), expect = verdict, open = open or nil,
    })
  end
  for _, day in ipairs { "2000-01-01", "2001-06-01", "2003-01-22" } do
    size(day, 13239000, "clear")
    size(day, 13239001, "cannot-tell")
    size(day, 15000000, "cannot-tell")
    size(day, 18919000, "cannot-tell")
    size(day, 18919001, "flagged")
    competitive(day, 1323899, "rebutted")
    competitive(day, 1323900, "flagged", 1)
    competitive(day, 1891899, "flagged", 1)
    competitive(day, 1891900, "flagged", 0)
  end
  return tests
end

--- The size of a corporation and the competitive sales of each year, in US dollars, from its first day to its last, as they
--- were published; `thresholds` has them once more, and the tests compare the two.
local YEARS = {
  { "2003", size = 18919000, sales = 1891900, first = "2003-01-23", last = "2004-01-26" },
  { "2004", size = 20090000, sales = 2009000, first = "2004-01-27", last = "2005-01-30" },
  { "2005", size = 21327000, sales = 2132700, first = "2005-01-31", last = "2006-01-17" },
  { "2006", size = 22761000, sales = 2276100, first = "2006-01-18", last = "2007-01-21" },
  { "2007", size = 24001000, sales = 2400100, first = "2007-01-22", last = "2008-01-28" },
  { "2008", size = 25319000, sales = 2531900, first = "2008-01-29", last = "2009-01-12" },
  { "2009", size = 26161000, sales = 2616100, first = "2009-01-13", last = "2010-01-20" },
  { "2010", size = 25841000, sales = 2584100, first = "2010-01-21", last = "2011-01-24" },
  { "2011", size = 26867000, sales = 2686700, first = "2011-01-25", last = "2012-01-26" },
  { "2012", size = 27784000, sales = 2778400, first = "2012-01-27", last = "2013-01-13" },
  { "2013", size = 28883000, sales = 2888300, first = "2013-01-14", last = "2014-01-22" },
  { "2014", size = 29945000, sales = 2994500, first = "2014-01-23", last = "2015-01-20" },
  { "2015", size = 31084000, sales = 3108400, first = "2015-01-21", last = "2016-01-25" },
  { "2016", size = 31841000, sales = 3184100, first = "2016-01-26", last = "2017-01-25" },
  { "2017", size = 32914000, sales = 3291400, first = "2017-01-26", last = "2018-01-28" },
  { "2018", size = 34395000, sales = 3439500, first = "2018-01-29", last = "2019-03-03" },
  { "2019", size = 36564000, sales = 3656400, first = "2019-03-04", last = "2020-01-20" },
  { "2020", size = 38204000, sales = 3820400, first = "2020-01-21", last = "2021-01-20" },
  { "2021", size = 37382000, sales = 3738200, first = "2021-01-21", last = "2022-01-23" },
  { "2022", size = 41034000, sales = 4103400, first = "2022-01-24", last = "2023-01-19" },
  { "2023", size = 45257000, sales = 4525700, first = "2023-01-20", last = "2024-01-21" },
  { "2024", size = 48559000, sales = 4855900, first = "2024-01-22", last = "2025-01-21" },
  { "2025", size = 51380000, sales = 5138000, first = "2025-01-22", last = "2026-01-15" },
  { "2026", size = 54402000, sales = 5440200, first = "2026-01-16", last = false },
}

--- On the first day of a year's figures and on the last a firm at the size is clear, and one just above it is flagged;
--- competitive sales at the figure of the year do not exempt, just below it they do.
---@return table[] tests
function boards.years()
  local tests = {}
  local function size(name, day, value, verdict)
    table.insert(tests, { name, as_of = day, set = { ["two-worth.amount"] = usd(value) }, expect = verdict })
  end
  local function competitive(year, day, value, verdict)
    table.insert(tests, {
      "of " .. year .. ": competitive sales of " .. value .. " are " .. verdict,
      as_of = day, add = sales(1000000000, 900000000, 50000000, value, "2002-12-31"), expect = verdict,
    })
  end
  for _, of in ipairs(YEARS) do
    local year = of[1]
    size("on the first day of the size of " .. year .. " a firm at it is clear", of.first, of.size, "clear")
    size("on the first day of the size of " .. year .. " a firm just above it is flagged", of.first, of.size + 1, "flagged")
    if of.last then
      size("on the last day of the size of " .. year .. " a firm at it is clear", of.last, of.size, "clear")
      size("on the last day of the size of " .. year .. " a firm just above it is flagged", of.last, of.size + 1, "flagged")
    end
    competitive(year, of.first, of.sales - 1, "rebutted")
    competitive(year, of.first, of.sales, "flagged")
  end
  return tests
end

--- The tests of a rule, with all of these behind its own.
---@param own table what the test file is to return
---@return table own
function boards.with(own)
  return joined(own, { boards.exemptions(), boards.size(), boards.firms(), boards.bounds(), boards.years() })
end

return boards
