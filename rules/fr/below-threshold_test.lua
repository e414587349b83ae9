local unseen = require "unseen_purchase_test"

return unseen.with {
  rule = "fr/below-threshold",
  facts = unseen.facts "FR",

  { "a dominant firm that buys a small rival unseen is flagged", expect = "flagged", open = 1, figures = { share = 60 } },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "EEA" }, expect = "out-of-scope" },
  { "where the geography of m is unknown, it is open whether the market is a market in France",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
}
