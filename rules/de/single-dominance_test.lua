local dominant = require "dominant_firm_test"

return dominant.with({
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
  { "where the geography of m is unknown, it is open whether the market is a market in Germany",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}, 40)
