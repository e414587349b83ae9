local boards = require "competing_boards_test"
local money  = require "money_test"

local usd = money.usd

--- A unit of the first firm, with a net worth of its own where one is given, in a place; and one of a year later.
local function unit(value, place, later)
  local rows = {}
  if value then
    table.insert(rows, { entity = "unit", metric = "net-worth", from = "2023-12-31", geography = place or nil, amount = value })
  end
  if later then
    table.insert(rows, {
      entity = "unit", metric = "net-worth", from = "2024-12-31", amount = later,
    })
  end
  return {
    entities = { { id = "unit", form = "company", activities = { "software" } } },
    holdings = { { holder = "one", entity = "unit", control = "sole" } },
    financials = rows,
  }
end

--- The unit, with sales of its own in the market where both sell and in all, and those of the other firm.
local function sold_by_unit(own, total)
  local facts = unit()
  local function revenue(entity, in_market, in_all)
    table.insert(facts.financials, { entity = entity, metric = "revenue", market = "m", from = "2024-12-31", amount = usd(in_market) })
    table.insert(facts.financials, { entity = entity, metric = "revenue", from = "2024-12-31", amount = usd(in_all) })
  end
  if own then revenue("unit", own, total or 50e6) end
  revenue("two", 900e6, 2e9)
  return facts
end

--- The same with sales of its parent, 900 million in the market where none are given.
local function sold(own, of_parent, total)
  local facts = sold_by_unit(own, total)
  local here = usd(of_parent or 900e6)
  table.insert(facts.financials, { entity = "one", metric = "revenue", market = "m", from = "2024-12-31", amount = here })
  table.insert(facts.financials, { entity = "one", metric = "revenue", from = "2024-12-31", amount = usd(2e9) })
  return facts
end

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
  { "of a unit with accounts of its own these count, not its parent's: a small one is clear",
    set = { ["jo-one.entity"] = "unit" }, add = unit(usd(1e6)), expect = "clear", figures = { first_net_worth = 1e6 } },
  { "a large one is flagged", set = { ["jo-one.entity"] = "unit" }, add = unit(usd(60e6)), expect = "flagged",
    figures = { first_net_worth = 60e6 } },
  { "of one whose own accounts are not known it is open", set = { ["jo-one.entity"] = "unit" }, add = unit(null),
    expect = "cannot-tell" },
  { "without accounts of its own those of its group stand in", set = { ["jo-one.entity"] = "unit" }, add = unit(), expect = "flagged",
    figures = { first_net_worth = 900e6 } },
  { "what it has in one country is no account of the whole",
    set = { ["jo-one.entity"] = "unit" }, add = unit(usd(1e6), "US"), expect = "flagged", figures = { first_net_worth = 900e6 } },
  { "of two years the later counts",
    set = { ["jo-one.entity"] = "unit" }, add = unit(usd(60e6), nil, usd(1e6)), expect = "clear", figures = { first_net_worth = 1e6 } },
  { "competitive sales of a unit are its own: a group's do not stand for them, and leave it open",
    set = { ["jo-one.entity"] = "unit" }, add = sold(false), expect = "flagged", open = 2 },
  { "where the group sells too little, so does its unit",
    set = { ["jo-one.entity"] = "unit" }, add = sold(false, 5137999), expect = "rebutted" },
  { "a unit's own sales below the figure exempt", set = { ["jo-one.entity"] = "unit" }, add = sold(5137999), expect = "rebutted" },
  { "at the figure they do not", set = { ["jo-one.entity"] = "unit" }, add = sold(5138000), expect = "flagged", open = 0 },
  { "a part of its sales is one of its own total",
    set = { ["jo-one.entity"] = "unit" }, add = sold(6e6, nil, 400e6), expect = "rebutted" },
  { "of the firm at the head those of its units count",
    add = sold_by_unit(5138000), expect = "flagged", open = 1 },
}
