local unseen = require "unseen_purchase_test"

return unseen.with {
  rule = "eu/dominant-buys-small",
  facts = unseen.facts "EEA",

  { "a dominant firm that buys a small rival unseen is flagged", expect = "flagged", open = 1, figures = { share = 60 } },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "US" }, expect = "out-of-scope" },
  { "where the geography of m is unknown, it is open whether the market is a market in the Union, one of its States or the world",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}
