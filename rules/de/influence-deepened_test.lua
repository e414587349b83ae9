local function money(id, from)
  return { id = id, investor = "giant", target = "lab", amount = { value = 1e9, currency = "USD" }, instrument = "equity",
    status = "paid", from = from }
end

return {
  rule = "de/influence-deepened",
  facts = {
    as_of = "2024-12-31",
    entities = { { id = "giant", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } } },
    investments = { money("first", "2019-07-22") },
    financials = { { id = "users", entity = "lab", metric = "users", geography = "DE", amount = 1000000, from = "2023-12-31" } },
    holdings = { { id = "held", holder = "giant", entity = "lab", stake = 10, votes = 0, control = "none", from = "2019-07-22" } },
  },

  { "an old link that has not grown is clear", expect = "clear" },
  { "more money years later is flagged", add = { investments = { money("second", "2023-01-23") } }, expect = "flagged" },
  { "money within the year is the same step", add = { investments = { money("second", "2020-07-21") } }, expect = "clear" },
  { "money from a year on is a new one", add = { investments = { money("second", "2020-07-22") } }, expect = "flagged" },
  { "a right years later is flagged",
    add = { agreements = { { type = "exclusivity", holder = "giant", grantor = "lab", scope = "api", from = "2023-01-23" } } },
      expect = "flagged" },
  { "a larger stake is flagged",
    set = { ["held.to"] = "2022-12-31" },
    add = { holdings = { { holder = "giant", entity = "lab", stake = 20, votes = 0, control = "none", from = "2023-01-01" } } },
      expect = "flagged" },
  { "an unknown stake cannot tell",
    set = { ["held.to"] = "2022-12-31" },
    add = { holdings = { { id = "new", holder = "giant", entity = "lab", stake = null, votes = 0, control = "none",
      from = "2023-01-01" } } },
    expect = "cannot-tell", needs = { "new.stake" } },
  { "a firm not active in Germany as far as recorded is out of scope", without = { "users" }, expect = "out-of-scope" },
  { "where the geography of users is unknown, it is open whether the firm is active in Germany",
    set = { ["users.geography"] = null }, expect = "clear" },
  { "where lab has a veto from giant, it is not so that the investor has an interest in the firm",
    add = { agreements = { { type = "veto", holder = "lab", grantor = "giant" } } }, expect = "clear" },
  { "where lab holds a part of giant (stake 12, to unknown), it is open whether the investor has an interest in the firm",
    add = { holdings = { { holder = "lab", entity = "giant", stake = 12, to = null } } }, expect = "clear" },
}
