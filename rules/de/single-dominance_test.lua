local dominant = require "dominant_firm_test"

--- What the giant buys of all that is bought in the market, and what it bought three years before.
local function buys(percent, before)
  local shares = { { id = "bought", market = "m", entity = "giant", percent = percent, measure = "purchases", from = "2024-09-30" } }
  if before then
    table.insert(shares, { market = "m", entity = "giant", percent = before, measure = "purchases", from = "2021-09-30" })
  end
  return { shares = shares }
end

return dominant.with {
  rule = "de/single-dominance",
  facts = dominant.facts("DE", 50),

  { "a share of 50 % is flagged", expect = "flagged", open = 3, figures = { share = 50 } },
  { "a share at the line is flagged", set = { ["share.percent"] = 40 }, expect = "flagged" },
  { "a share just below is clear", set = { ["share.percent"] = 39.9 }, expect = "clear" },
  { "a range across the line cannot tell",
    set = { ["share.percent"] = { min = 35, max = 45 } }, expect = "cannot-tell", needs = { "share.percent" } },
  { "on 29 June 2013 the line was another: out of scope",
    as_of = "2013-06-29", set = { ["share.from"] = "2012-12-31" }, expect = "out-of-scope" },
  { "on 30 June 2013 it is in scope", as_of = "2013-06-30", set = { ["share.from"] = "2012-12-31" }, expect = "flagged" },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "EU" }, expect = "out-of-scope" },
  { "a share that was small three years before rebuts", add = dominant.three_years_before(20), expect = "rebutted" },
  { "a share that was as large three years before leaves two rebuttals",
    add = dominant.three_years_before(50),
    expect = "flagged", open = 2 },
  { "who buys half of what is bought is flagged, though it sells little",
    set = { ["share.percent"] = 10 }, add = buys(50), expect = "flagged", open = 3, figures = { share = 10, purchases = 50 } },
  { "who buys just less than the line and sells little is clear",
    set = { ["share.percent"] = 10 }, add = buys(39.9), expect = "clear" },
  { "who buys and sells nothing is flagged too", without = { "share" }, add = buys(40), expect = "flagged" },
  { "so it is in a market whose shares are of purchases", set = { ["m.measure"] = "purchases" }, expect = "flagged",
    figures = { purchases = 50 } },
  { "and in one that names no measure", unset = { "m.measure" }, without = { "share" }, add = buys(50), expect = "flagged",
    figures = { purchases = 50 } },
  { "a share of purchases that nobody knows cannot tell",
    set = { ["share.percent"] = 10, ["bought.percent"] = null }, add = buys(50), expect = "cannot-tell", needs = { "bought.percent" } },
  { "a buyer's share that was small three years before rebuts", without = { "share" }, add = buys(50, 20), expect = "rebutted" },
  { "one that was as large does not, whatever the firm sold then",
    set = { ["share.percent"] = 10 },
    add = { shares = { buys(50, 50).shares[1], buys(50, 50).shares[2], dominant.three_years_before(10).shares[1] } },
    expect = "flagged", open = 2 },
  { "where the geography of m is unknown, it is open whether the market is a market in Germany",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}
