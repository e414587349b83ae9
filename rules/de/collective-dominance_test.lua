local function row(id, percent) return { id = id .. "-share", market = "m", entity = id, percent = percent, from = "2023-12-31" } end

return {
  rule = "de/collective-dominance",
  facts = {
    entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" }, { id = "f" }, { id = "g" } },
    markets = { { id = "m", product = "fuel", geography = "DE", table = "complete" } },
    transactions = { { id = "deal", acquirer = "a", target = "f", type = "acquisition", status = "announced", from = "2024-06-01" } },
    shares = { row("a", 20), row("b", 16), row("c", 14), row("d", 13), row("e", 13), row("f", 12), row("g", 12) },
  },

  { "three with half of the market are flagged", expect = "flagged", open = 1, figures = { share_three = 50, share_five = 76 } },
  { "three with less and five with two thirds are",
    facts = {
      entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" }, { id = "f" }, { id = "g" } },
      markets = { { id = "m", product = "fuel", geography = "DE", table = "complete" } },
      transactions = { { id = "deal", acquirer = "a", target = "f", type = "acquisition", status = "announced", from = "2024-06-01" } },
      shares = { row("a", 15), row("b", 14.5), row("c", 14.4), row("d", 14.3), row("e", 14.2), row("f", 14), row("g", 13.6) },
    },
    expect = "flagged" },
  { "five with less are clear",
    facts = {
      entities = { { id = "a" }, { id = "b" }, { id = "c" }, { id = "d" }, { id = "e" }, { id = "f" }, { id = "g" }, { id = "h" } },
      markets = { { id = "m", product = "fuel", geography = "DE", table = "complete" } },
      transactions = { { id = "deal", acquirer = "a", target = "f", type = "acquisition", status = "announced", from = "2024-06-01" } },
      shares = { row("a", 13.4), row("b", 13.35), row("c", 13.3), row("d", 13.25), row("e", 13.2), row("f", 12), row("g", 11),
        row("h", 10.5) },
    },
    expect = "clear" },
  { "no party among the few is clear",
    set = { ["deal.acquirer"] = "g" }, expect = "clear" },
  { "an unknown share cannot tell", set = { ["m.table"] = "partial", ["c-share.percent"] = { min = 1, max = 14 } },
    expect = "cannot-tell", needs = { "c-share.percent" } },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "EU" }, expect = "out-of-scope" },
  { "real competition between the few rebuts",
    add = { observations = { { about = "m", says = "head-to-head", strength = "strong" } } }, expect = "rebutted" },
  { "where the geography of m is unknown, it is open whether the market is a market in Germany",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
  { "where every observation is on file, it is not so that real competition between the largest is on record",
    complete = { { kind = "observation" } }, expect = "flagged" },
}
