local function gbp(value) return { value = value, currency = "GBP" } end

--- Of what is bought the buyer has 15 %.
local function bought(by_target)
  local function row(id, entity, percent)
    return { id = id, market = "m", entity = entity, percent = percent, measure = "purchases", from = "2023-12-31" }
  end
  return { shares = { row("b-bought", "buyer", 15), row("t-bought", "target", by_target) } }
end

--- By volume the buyer has 15 %, if nothing else is said.
local function by_volume(of_target, of_buyer)
  local function row(id, entity, percent)
    return { id = id, market = "m", entity = entity, percent = percent, measure = "volume", from = "2023-12-31" }
  end
  return { shares = { row("b-volume", "buyer", of_buyer or 15), row("t-volume", "target", of_target) } }
end

--- The target is a unit of a seller, whose row stands for both.
local function of_seller(percent)
  return {
    entities = { { id = "seller", name = "Seller" } },
    holdings = { { holder = "seller", entity = "target", control = "sole", from = "2010-01-01" } },
    shares = { { id = "s", market = "m", entity = "seller", percent = percent, from = "2023-12-31" } },
  }
end

--- By volume the seller alone has a row beside the buyer's 15 %.
local function by_volume_of_seller(percent)
  local facts = of_seller(percent)
  facts.shares[1].measure = "volume"
  table.insert(facts.shares, by_volume(0).shares[1])
  return facts
end

return {
  rule = "uk/share-of-supply",
  facts = {
    as_of = "2024-12-31",
    entities = { { id = "buyer", activities = { "software" } }, { id = "target", activities = { "software" } } },
    markets = { { id = "m", product = "databases", geography = "GB" } },
    shares = {
      { id = "b", market = "m", entity = "buyer", percent = 20, from = "2023-12-31" },
      { id = "t", market = "m", entity = "target", percent = 10, from = "2023-12-31" },
    },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", status = "announced", from = "2024-10-01" },
    },
    financials = {
      { id = "b-sales", entity = "buyer", metric = "revenue", geography = "GB", amount = gbp(9e6), from = "2023-12-31" },
      { id = "t-sales", entity = "target", metric = "revenue", geography = "GB", amount = gbp(9e6), from = "2023-12-31" },
    },
  },

  { "30 % together, 9 million each, in 2024 is flagged", expect = "flagged", figures = { combined_share = 30, increment = 10 } },
  { "the same in 2025 is clear", as_of = "2025-01-01", expect = "clear" },
  { "above 10 million for one in 2025 is flagged",
    as_of = "2025-01-01", set = { ["b-sales.amount"] = gbp(10000001) }, expect = "flagged" },
  { "10 million is not above", as_of = "2025-01-01", set = { ["b-sales.amount"] = gbp(10e6) }, expect = "clear" },
  { "in 2024 turnover is not asked", without = { "b-sales", "t-sales" }, expect = "flagged" },
  { "in 2025 unknown turnover cannot tell", as_of = "2025-01-01", without = { "b-sales", "t-sales" }, expect = "cannot-tell" },
  { "shares of what is bought count as well: supply to a party is supply", set = { ["m.measure"] = "purchases" }, expect = "flagged",
    figures = { combined_purchases = 30, purchases_increment = 10 } },
  { "below the line they do not", set = { ["m.measure"] = "purchases", ["t.percent"] = 4.9 }, expect = "clear" },
  { "shares of what both buy count beside those of what both sell",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 },
    add = bought(15), expect = "flagged", figures = { combined_share = 13, combined_purchases = 30 } },
  { "so they do where nobody sells", set = { ["b.measure"] = "purchases", ["t.measure"] = "purchases" }, expect = "flagged",
    figures = { combined_purchases = 30 } },
  { "24.9 % of what is bought beside 13 % of what is sold is clear",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = bought(9.9), expect = "clear" },
  { "what one sells and the other buys is not added up",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["t.percent"] = 1 },
    add = { shares = { { market = "m", entity = "target", percent = 20, measure = "purchases", from = "2023-12-31" } } },
    expect = "clear" },
  { "another measure than the market's will do: the CMA chooses",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = by_volume(10), expect = "flagged" },
  { "a seller's row of which the target has perhaps a part is open where it may reach the line",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete" }, without = { "t" }, add = of_seller(5), expect = "cannot-tell" },
  { "what the target has of revenue does not say how much of the seller's volume is its",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = by_volume_of_seller(10),
    expect = "cannot-tell" },
  { "where all of that is too little, it is clear",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = by_volume_of_seller(9.9), expect = "clear" },
  { "where all of it is too little, whose it is decides nothing",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete" }, without = { "t" }, add = of_seller(4.9), expect = "clear" },
  { "24.9 % by volume beside 13 % by revenue is clear",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = by_volume(9.9), expect = "clear" },
  { "a volume across the line cannot tell",
    set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 }, add = by_volume { min = 5, max = 15 },
    expect = "cannot-tell", needs = { "t-volume.percent" } },
  { "volume of one alone is no overlap by it", set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 },
    add = { shares = { by_volume(10).shares[1] } }, expect = "clear" },
  { "nor is it of the other alone", set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 },
    add = { shares = { by_volume(30).shares[2] } }, expect = "clear" },
  { "a volume to which the deal adds nothing is none", set = { ["m.measure"] = "revenue", ["m.table"] = "complete", ["b.percent"] = 3 },
    add = by_volume(0, 30), expect = "clear" },
  { "where nobody knows what the shares are of, it is open on which side they are", set = { ["m.measure"] = null },
    expect = "cannot-tell", needs = { "m.measure" } },
  { "25 % together is enough", set = { ["t.percent"] = 5 }, expect = "flagged" },
  { "24.9 % is not", set = { ["t.percent"] = 4.9 }, expect = "clear" },
  { "an unknown share cannot tell", set = { ["t.percent"] = { min = 1, max = 10 } }, expect = "cannot-tell", needs = { "t.percent" } },
  { "a market of the world is out of scope", set = { ["m.geography"] = "worldwide" }, expect = "out-of-scope" },
  { "no overlap, nobody to ask about", without = { "t" }, expect = "not-applicable" },
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
  { "where the percent of b is unknown, it is open whether the deal adds increment, above 0 %",
    set = { ["b.percent"] = null }, expect = "cannot-tell", needs = { "b.percent" } },
  { "where the geography of m is unknown, it is open whether the market is a market in the United Kingdom",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}
