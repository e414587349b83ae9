local function gbp(value) return { value = value, currency = "GBP" } end

return {
  rule = "uk/sms-eligible",
  facts = {
    entities = { { id = "giant", activities = { "software" } } },
    markets = { { id = "m", product = "web-search", geography = "GB" } },
    shares = { { id = "share", market = "m", entity = "giant", percent = 90, from = "2024-06-30" } },
    financials = {
      { id = "world", entity = "giant", metric = "revenue", amount = gbp(25000000001), from = "2023-12-31" },
      { id = "uk", entity = "giant", metric = "revenue", geography = "GB", amount = gbp(1e8), from = "2023-12-31" },
    },
  },

  { "more than 25 billion worldwide is flagged", expect = "flagged" },
  { "25 billion and 1 billion are not more", set = { ["world.amount"] = gbp(25e9), ["uk.amount"] = gbp(1e9) }, expect = "clear" },
  { "more than a billion in the country is flagged", set = { ["world.amount"] = gbp(2e9), ["uk.amount"] = gbp(1000000001) },
    expect = "flagged" },
  { "unknown turnover cannot tell", set = { ["world.amount"] = null }, expect = "cannot-tell", needs = { "world.amount" } },
  { "a firm without a UK market is out of scope", set = { ["m.geography"] = "US" }, expect = "out-of-scope" },
  { "before 2025 is out of scope", as_of = "2024-12-31", expect = "out-of-scope" },
  { "where the geography of m is unknown, it is open whether the market is a market in the United Kingdom",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
  { "where the measure of m is unknown, it is open whether the firm is on file as a supplier of the market",
    set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  { "users of a market that is measured in revenue show no sales in it",
    set = { ["m.measure"] = "revenue", ["share.measure"] = "users" }, expect = "out-of-scope" },
}
