local function row(id, entity, percent) return { id = id, market = "m", entity = entity, percent = percent, from = "2023-12-31" } end

--- The HHI afterwards is 2,000 where a has 25 %, and the change 10 times its share.
local function at_2000(share)
  return {
    entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" }, { id = "f" }, { id = "g" } },
    markets = { { id = "m", product = "databases", geography = "EEA", table = "complete" } },
    transactions = { { id = "deal", acquirer = "a", target = "b", type = "merger", status = "announced", from = "2024-06-01" } },
    shares = {
      row("1", "a", share), row("2", "b", 5), row("3", "c", 20), row("4", "d", 20), row("5", "e", 10), row("6", "f", 10), row("7", "g", 10),
    },
  }
end

--- Two firms of 14 % each, and 36 of 2 %.
local SMALL = { "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
  "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11" }
local function small_firms()
  local entities, shares = { { id = "a" }, { id = "b" } }, { row("1", "a", 14), row("2", "b", 14) }
  for _, name in ipairs(SMALL) do
    table.insert(entities, { id = "small-" .. name })
    table.insert(shares, row("s-" .. name, "small-" .. name, 2))
  end
  return {
    entities = entities, shares = shares,
    markets = { { id = "m", product = "databases", geography = "EEA", table = "complete" } },
    transactions = { { id = "deal", acquirer = "a", target = "b", type = "merger", status = "announced", from = "2024-06-01" } },
  }
end

--- Of a market whose shares are of sales the two have a tenth, and a part of what is bought.
local function beside(by_a, by_b)
  local made = at_2000(5)
  made.markets[1].measure = "revenue"
  for _, one in ipairs { { "a", by_a }, { "b", by_b } } do
    table.insert(made.shares, { market = "m", entity = one[1], percent = one[2], measure = "purchases", from = "2023-12-31" })
  end
  return made
end

--- A market of what is bought, in which some firms have a share.
local function of_buyers(place, firms)
  local made = {
    markets = { { id = "bought", product = "databases", geography = place, measure = "purchases", table = "partial" } }, shares = {},
  }
  for _, firm in ipairs(firms) do
    table.insert(made.shares, { market = "bought", entity = firm, percent = 5, from = "2023-12-31" })
  end
  return made
end

return {
  rule = "eu/horizontal-screen",
  cannot_be = {
    { "applies 4", "false", "shares are of what is sold or of what is bought" },
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = {
    entities = {
      { id = "a", activities = { "software" } }, { id = "b", activities = { "software" } }, { id = "c", activities = { "software" } },
      { id = "d", activities = { "software" } }, { id = "e", activities = { "software" } },
    },
    markets = { { id = "m", product = "databases", geography = "EEA", table = "complete" } },
    transactions = {
      { id = "deal", acquirer = "a", target = "b", type = "acquisition", status = "announced", from = "2024-06-01" },
    },
    shares = { row("a-share", "a", 20), row("b-share", "b", 10), row("c-share", "c", 25), row("d-share", "d", 25),
      row("e-share", "e", 20) },
  },

  { "30 % together, HHI 2,550, change 400 is flagged", expect = "flagged", open = 3,
    figures = { combined_share = 30, after = 2550, change = 400 } },
  { "so are two who buy 30 % of what is bought, as buyers", set = { ["m.measure"] = "purchases" }, expect = "flagged",
    figures = { after = 2550 } },
  { "where nobody knows what the shares are of, it is open on which side they are", set = { ["m.measure"] = null },
    expect = "cannot-tell", needs = { "m.measure" } },
  { "half of what is bought, beside little of what is sold, may show dominance", facts = beside(30, 20), expect = "flagged",
    figures = { combined_share = 10, combined_purchases = 50 } },
  { "less than half leaves it open until what is bought has a market of its own", facts = beside(30, 19), expect = "cannot-tell",
    needs = { "a market with geography EEA, measure purchases, product databases" } },
  { "where it has one with both in it, that is asked about", facts = beside(30, 19), add = of_buyers("EEA", { "a", "b" }),
    subject = { buyer = "a", target = "b", market = "m" }, expect = "clear" },
  { "one elsewhere says nothing of what they buy here", facts = beside(30, 19), add = of_buyers("JP", { "a", "b" }),
    subject = { buyer = "a", target = "b", market = "m" }, expect = "cannot-tell",
    needs = { "a market with geography EEA, measure purchases, product databases" } },
  { "nor does one of which only others have a share", facts = beside(30, 19), add = of_buyers("EEA", { "c" }), expect = "cannot-tell" },
  { "nor one in which only the buyer has one", facts = beside(30, 19), add = of_buyers("EEA", { "a" }), expect = "cannot-tell" },
  { "of one that is nobody knows where it is open", facts = beside(30, 19), add = of_buyers(null, { "a", "b" }),
    subject = { buyer = "a", target = "b", market = "m" }, expect = "cannot-tell", needs = { "bought.geography" } },
  { "of one that states no place too",
    facts = beside(30, 19), add = of_buyers("EEA", { "a", "b" }),
    unset = { "bought.geography" }, subject = { buyer = "a", target = "b", market = "m" },
    expect = "cannot-tell", needs = { "bought.geography" } },
  { "and where the market itself states none",
    facts = beside(30, 19), add = of_buyers("EEA", { "a", "b" }), unset = { "m.geography" },
    subject = { buyer = "a", target = "b", market = "m" }, expect = "cannot-tell", needs = { "m.geography" } },
  { "a quarter of what is bought is an indication that the deal is compatible", facts = beside(15, 10), expect = "clear" },
  { "a small increment in a concentrated market is inside",
    set = { ["a-share.percent"] = 27, ["b-share.percent"] = 2, ["e-share.percent"] = 21 }, expect = "clear" },
  { "25 % together is an indication that the deal is compatible",
    set = { ["a-share.percent"] = 15, ["e-share.percent"] = 25 }, expect = "clear" },
  { "a firm that merges with its parent joins nothing that was apart",
    add = { holdings = { { holder = "b", entity = "a", stake = 60, votes = 60 } } }, expect = "out-of-scope" },
  { "two firms that hold most of each other are one group already",
    add = {
      holdings = {
        { holder = "b", entity = "a", stake = 60, votes = 60 }, { holder = "a", entity = "b", stake = 60, votes = 60 },
      },
    },
    expect = "out-of-scope" },
  { "a firm that buys itself joins nothing", set = { ["deal.target"] = "a" }, expect = "out-of-scope" },
  { "a buyer that has most of the target since the deal counts",
    add = { holdings = { { holder = "a", entity = "b", stake = 60, votes = 60 } } }, expect = "flagged" },
  { "just above 25 % counts",
    set = { ["a-share.percent"] = 15.1, ["e-share.percent"] = 24.9 }, expect = "flagged" },

  -- HHI of exactly 2,000: the middle band, 250.
  { "at 2,000 a change of 250 is outside", facts = at_2000(25), expect = "flagged", figures = { change = 250, after = 2000 } },
  { "and one of 249 inside", facts = at_2000(24.9), expect = "clear" },
  { "above 2,000 a change of 149.9 is inside",
    facts = {
      entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" } },
      markets = { { id = "m", product = "databases", geography = "EEA", table = "complete" } },
      transactions = { { id = "deal", acquirer = "a", target = "b", type = "merger", status = "announced", from = "2024-06-01" } },
      shares = { row("1", "a", 24.98), row("2", "b", 3), row("3", "c", 25), row("4", "d", 25), row("5", "e", 22.02) },
    },
    expect = "clear" },
  { "above 2,000 a change of 150 is outside",
    facts = {
      entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" } },
      markets = { { id = "m", product = "databases", geography = "EEA", table = "complete" } },
      transactions = { { id = "deal", acquirer = "a", target = "b", type = "merger", status = "announced", from = "2024-06-01" } },
      shares = { row("1", "a", 25), row("2", "b", 3), row("3", "c", 25), row("4", "d", 25), row("5", "e", 22) },
    },
    expect = "flagged", figures = { change = 150 } },
  { "below 1,000 is inside whatever the change: share 28 %", facts = small_firms(), expect = "clear", figures = { after = 928 } },
  { "half of the market may show dominance whatever the change",
    set = { ["a-share.percent"] = 49, ["b-share.percent"] = 1, ["c-share.percent"] = 20, ["d-share.percent"] = 20,
      ["e-share.percent"] = 10 },
    expect = "flagged" },
  { "just below half with a small change is inside",
    set = { ["a-share.percent"] = 49, ["b-share.percent"] = 0.9, ["c-share.percent"] = 20, ["d-share.percent"] = 20.1,
      ["e-share.percent"] = 10 },
    expect = "clear" },
  { "an unknown share cannot tell", set = { ["m.table"] = "partial", ["a-share.percent"] = 5,
    ["b-share.percent"] = { min = 1, max = 30 } }, expect = "cannot-tell", needs = { "b-share.percent" } },
  { "a market in America is out of scope", set = { ["m.geography"] = "US" }, expect = "out-of-scope" },
  { "a market in one State is in scope", set = { ["m.geography"] = "DE" }, expect = "flagged" },
  { "no overlap, nobody to ask about", without = { "b-share" }, expect = "not-applicable" },
  { "a stake without control is out of scope",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "a", entity = "b", stake = 20, votes = 20, from = "2024-06-01" } } },
    expect = "out-of-scope" },
  { "an announced part of unknown size cannot tell: what will be held is not nothing",
    set = { ["deal.type"] = "partial" }, expect = "cannot-tell",
    needs = { "whether there is any holding with entity b, holder a" } },
  { "entry rebuts",
    add = { observations = { { about = "m", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
  { "a failing target rebuts",
    add = { observations = { { about = "b", says = "failing-firm", strength = "strong" } } }, expect = "rebutted" },
  { "a gain that the parties claim does not",
    add = { observations = { { about = { "a", "b" }, says = "efficiency", strength = "weak" } } }, expect = "flagged", open = 3 },
  { "where every observation is on file, it is not so that the deal of the buyer",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the buyer merges with the target, takes it or its team over",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the geography of m is unknown, it is open whether the market is a market in the Union, one of its States or the world",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
  { "an efficiency of the two that was found rebuts",
    add = { observations = { { about = { "a", "b" }, says = "efficiency", strength = "strong" } } }, expect = "rebutted" },
}
