local dominant = require "dominant_firm_test"

return dominant.with({
  rule = "eu/dominance-possible",
  facts = dominant.facts("worldwide", 45),

  { "a share of 45 % is flagged", expect = "flagged", open = 3, figures = { share = 45 } },
  { "a share at the line is flagged", set = { ["share.percent"] = 40 }, expect = "flagged" },
  { "a share just below is clear", set = { ["share.percent"] = 39.9 }, expect = "clear" },
  { "a share just below 50 % is flagged", set = { ["share.percent"] = 49.9 }, expect = "flagged" },
  { "50 % is left to the presumption", set = { ["share.percent"] = 50 }, expect = "clear" },
  { "a range across the line cannot tell",
    set = { ["share.percent"] = { min = 35, max = 45 } }, expect = "cannot-tell", needs = { "share.percent" } },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "US" }, expect = "out-of-scope" },
  { "a share that was small three years before rebuts", add = dominant.three_years_before(20), expect = "rebutted" },
  { "a share that was as large three years before leaves two rebuttals",
    add = dominant.three_years_before(45),
    expect = "flagged", open = 2 },
  { "where the geography of m is unknown, it is open whether the market is a market in the Union, one of its States or the world",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}, 40)
