local function gbp(value) return { value = value, currency = "GBP" } end

return {
  rule = "uk/hybrid",
  facts = {
    as_of = "2025-01-01",
    entities = { { id = "giant", activities = { "cloud-provider" } }, { id = "small", activities = { "ai-developer" } } },
    markets = { { id = "m", product = "cloud-infrastructure", geography = "GB" } },
    shares = { { id = "share", market = "m", entity = "giant", percent = 33, from = "2023-12-31" } },
    transactions = {
      { id = "deal", acquirer = "giant", target = "small", type = "acquisition", status = "announced", from = "2024-10-01" },
    },
    financials = {
      { id = "sales", entity = "giant", metric = "revenue", geography = "GB", amount = gbp(351e6), from = "2023-12-31" },
      { id = "nexus", entity = "small", metric = "users", geography = "GB", amount = 100, from = "2023-12-31" },
    },
  },

  { "33 %, 351 million and a target with UK users, no overlap, in 2025 is flagged", expect = "flagged", figures = { share = 33 } },
  { "in 2024 it is out of scope", as_of = "2024-12-31", expect = "out-of-scope" },
  { "32.9 % is clear", set = { ["share.percent"] = 32.9 }, expect = "clear" },
  { "350 million is not above", set = { ["sales.amount"] = gbp(350e6) }, expect = "clear" },
  { "a pound more is", set = { ["sales.amount"] = gbp(350000001) }, expect = "flagged" },
  { "a target without UK nexus on file is clear", without = { "nexus" }, expect = "clear" },
  { "a share of a UK market is a nexus",
    without = { "nexus" }, add = { shares = { { market = "m", entity = "small", percent = 1, from = "2023-12-31" } } },
      expect = "flagged" },
  { "an unknown share cannot tell", set = { ["share.percent"] = null }, expect = "cannot-tell", needs = { "share.percent" } },
  { "unknown turnover cannot tell", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" } },
  { "a strong target counts as well",
    set = { ["deal.acquirer"] = "small", ["deal.target"] = "giant" }, expect = "flagged" },
  { "a stake is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "a deal that closed in 2024 is out of scope",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-31" }, expect = "out-of-scope" },
}
