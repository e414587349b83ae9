local dominant = require "dominant_firm_test"

--- The giant has bought a unit since the table, of whose seller the last row is one for both.
local function bought_since(seller, closed)
  return {
    entities = { { id = "seller" }, { id = "unit" } },
    holdings = {
      { holder = "seller", entity = "unit", control = "sole", to = closed },
      { holder = "giant", entity = "unit", control = "sole", from = "2024-12-16" },
    },
    transactions = {
      { acquirer = "giant", target = "unit", type = "acquisition", status = "closed", from = "2024-08-01", closed = "2024-12-16" },
    },
    shares = { { id = "sellers", market = "m", entity = "seller", percent = seller, from = "2024-09-30" } },
  }
end

return dominant.with({
  rule = "uk/dominance",
  facts = dominant.facts("GB", 60),

  { "a share of 60 % is flagged", expect = "flagged", open = 3, figures = { share = 60 } },
  { "a share at the line is flagged", set = { ["share.percent"] = 50 }, expect = "flagged" },
  { "a share just below is clear", set = { ["share.percent"] = 49.9 }, expect = "clear" },
  { "a range across the line cannot tell",
    set = { ["share.percent"] = { min = 45, max = 55 } }, expect = "cannot-tell", needs = { "share.percent" } },
  { "what a unit bought since the table brings with it is open: up to all that its seller had",
    set = { ["share.percent"] = 30 }, add = bought_since(20, "2024-12-15"), expect = "cannot-tell",
    figures = { share = { min = 30, max = 50 } } },
  { "so it is where the buyer has none of its own", without = { "share" }, add = bought_since(50, "2024-12-15"),
    expect = "cannot-tell", needs = { "sellers.entity" } },
  { "where all of it is too little, it is clear",
    set = { ["share.percent"] = 30 }, add = bought_since(19.9, "2024-12-15"), expect = "clear" },
  { "of a unit that the seller had lost before the table there is nothing in its row",
    set = { ["share.percent"] = 30 }, add = bought_since(20, "2024-09-29"), expect = "clear" },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "worldwide" }, expect = "out-of-scope" },
  { "a share that was small three years before rebuts", add = dominant.three_years_before(30), expect = "rebutted" },
  { "a share that was as large three years before leaves two rebuttals",
    add = dominant.three_years_before(60),
    expect = "flagged", open = 2 },
  { "where the geography of m is unknown, it is open whether the market is a market in the United Kingdom",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}, 50)
