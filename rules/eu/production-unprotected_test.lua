--- All others, so that the table can be complete.
local function others(percent)
  return {
    entities = { { id = "others" } },
    shares = { { id = "others-share", market = "m", entity = "others", percent = percent, from = "2023-12-31" } },
  }
end

return {
  rule = "eu/production-unprotected",
  facts = {
    entities = { { id = "one", activities = { "cloud-provider" } }, { id = "two", activities = { "cloud-provider" } } },
    markets = { { id = "m", product = "cloud-infrastructure", geography = "EEA" } },
    shares = {
      { id = "one-share", market = "m", entity = "one", percent = 11, from = "2023-12-31" },
      { id = "two-share", market = "m", entity = "two", percent = 10, from = "2023-12-31" },
    },
    agreements = { { id = "work", type = "joint-build", holder = "one", grantor = "two", scope = "capacity", from = "2024-01-01",
      market = "m" } },
  },

  { "21 % together is flagged", expect = "flagged", figures = { together = 21 } },
  { "a market in Japan is out of scope", set = { ["m.geography"] = "JP" }, expect = "out-of-scope" },
  { "one in a State of the Union is in scope", set = { ["m.geography"] = "FR" }, expect = "flagged" },
  { "one that states no place may be there", unset = { "m.geography" }, expect = "cannot-tell", needs = { "m.geography" } },
  { "20 % together is within the line", set = { ["two-share.percent"] = 9 }, expect = "clear" },
  { "just above is not", set = { ["two-share.percent"] = 9.1 }, expect = "flagged" },
  { "an unknown share cannot tell", set = { ["two-share.percent"] = null }, expect = "cannot-tell", needs = { "two-share.percent" } },
  { "what a party that is not on file has in an incomplete table is unknown",
    without = { "two-share" }, expect = "cannot-tell", subject = { holder = "one", grantor = "two", market = "m" } },
  { "in a complete table it has nothing", without = { "two-share" }, set = { ["m.table"] = "complete" }, add = others(89),
    expect = "clear" },
  { "a party above 20 % is outside the exemption with one that wants to come in",
    without = { "two-share" }, set = { ["one-share.percent"] = 45 }, expect = "flagged" },
  { "45 % and, in a complete table, nothing are too",
    without = { "two-share" }, set = { ["one-share.percent"] = 45, ["m.table"] = "complete" }, add = others(55), expect = "flagged",
    figures = { together = 45 } },
  { "parties who rose above 20 % together in January 2023 have the grace to the end of 2025",
    as_of = "2025-12-31", set = { ["two-share.from"] = "2023-01-31", ["one-share.from"] = "2023-01-31", ["work.from"] = "2023-01-15" },
    add = { shares = {
      { market = "m", entity = "one", percent = 10, from = "2022-12-31" },
      { market = "m", entity = "two", percent = 9, from = "2022-12-31" },
    } },
    expect = "rebutted" },
  { "and have lost it on the next day",
    as_of = "2026-01-01", set = { ["two-share.from"] = "2023-01-31", ["one-share.from"] = "2023-01-31", ["work.from"] = "2023-01-15" },
    add = { shares = {
      { market = "m", entity = "one", percent = 10, from = "2022-12-31" },
      { market = "m", entity = "two", percent = 9, from = "2022-12-31" },
    } },
    expect = "flagged", open = 0 },
  { "work on something else is out of scope", set = { ["work.scope"] = "research" }, expect = "out-of-scope" },
  { "before the regulation is out of scope", as_of = "2023-06-30",
    set = { ["work.from"] = "2023-01-01", ["one-share.from"] = "2022-12-31", ["two-share.from"] = "2022-12-31" },
      expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2023-07-01",
    set = { ["work.from"] = "2023-01-01", ["one-share.from"] = "2022-12-31", ["two-share.from"] = "2022-12-31" }, expect = "flagged" },
  { "no agreement, nobody to ask about", without = { "work" }, expect = "not-applicable" },
  { "where the scope of work is unknown, it is open whether the holder and the grantor build or produce together",
    set = { ["work.scope"] = null }, expect = "cannot-tell", needs = { "work.scope" } },
  { "where the measure of m is unknown, it is open whether the rows that count have risen",
    set = { ["m.measure"] = null, ["work.from"] = "2023-01-15" },
    add = { shares = {
      { market = "m", entity = "one", percent = 10, from = "2022-12-31" },
      { market = "m", entity = "two", percent = 9, from = "2022-12-31" },
    } },
    expect = "flagged", open = 1 },
  { "who agreed above 20 % together have no grace, whatever they had before",
    as_of = "2025-12-31", set = { ["two-share.from"] = "2023-01-31", ["one-share.from"] = "2023-01-31", ["work.from"] = "2023-02-15" },
    add = { shares = {
      { market = "m", entity = "one", percent = 10, from = "2022-12-31" },
      { market = "m", entity = "two", percent = 9, from = "2022-12-31" },
    } },
    expect = "flagged", open = 0 },
  { "where the product of m is ai-chatbots, it is not so that the agreement concerns the market",
    set = { ["m.product"] = "ai-chatbots" }, expect = "out-of-scope" },
}
