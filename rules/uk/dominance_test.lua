local dominant = require "dominant_firm_test"

return dominant.with({
  rule = "uk/dominance",
  facts = dominant.facts("GB", 60),

  { "a share of 60 % is flagged", expect = "flagged", open = 3, figures = { share = 60 } },
  { "a share at the line is flagged", set = { ["share.percent"] = 50 }, expect = "flagged" },
  { "a share just below is clear", set = { ["share.percent"] = 49.9 }, expect = "clear" },
  { "a range across the line cannot tell",
    set = { ["share.percent"] = { min = 45, max = 55 } }, expect = "cannot-tell", needs = { "share.percent" } },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "worldwide" }, expect = "out-of-scope" },
  { "a share that was small three years before rebuts", add = dominant.three_years_before(30), expect = "rebutted" },
  { "a share that was as large three years before leaves two rebuttals",
    add = dominant.three_years_before(60),
    expect = "flagged", open = 2 },
  { "where the geography of m is unknown, it is open whether the market is a market in the United Kingdom",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}, 50)
