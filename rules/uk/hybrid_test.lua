local function gbp(value) return { value = value, currency = "GBP" } end

--- A case about the deal, of a British body of a form.
local function cma_case(form, from)
  return {
    entities = { { id = "cma", form = form, jurisdiction = "GB" } },
    proceedings = { { authority = "cma", type = "inquiry", against = { "giant", "small" }, from = from } },
  }
end

--- Accounts of a year later.
local function later(value)
  return {
    financials = { { entity = "giant", metric = "revenue", geography = "GB", amount = gbp(value), from = "2025-12-31" } },
  }
end

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
  { "shares of what is bought count as well: supply to a party is supply", set = { ["m.measure"] = "purchases" }, expect = "flagged" },
  { "a share in another measure than the market's is none of supply",
    set = { ["m.measure"] = "revenue", ["share.measure"] = "users" }, expect = "out-of-scope" },
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
  { "a part of which no holding is on file may be any part: it cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "a stake without influence is out of scope",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "giant", entity = "small", votes = 10, control = "none" } } },
    expect = "out-of-scope" },
  { "a stake with more than a quarter of the votes is not",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "giant", entity = "small", votes = 25.1, control = "none" } } },
    expect = "flagged" },
  { "nor is one that the other buys in the strong",
    set = { ["deal.type"] = "partial", ["deal.acquirer"] = "small", ["deal.target"] = "giant" },
    add = { holdings = { { holder = "small", entity = "giant", votes = 25.1, control = "none" } } }, expect = "flagged" },
  { "a stake with a fifth of the votes leaves it open",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "giant", entity = "small", votes = 20, control = "none" } } },
    expect = "cannot-tell" },
  { "so does a small one with exclusive computing",
    set = { ["deal.type"] = "partial" },
    add = { agreements = { { type = "exclusivity", holder = "giant", grantor = "small", scope = "training" } } },
    expect = "cannot-tell" },
  { "a deal that closed in 2024 is out of scope",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-31" }, expect = "out-of-scope" },
  { "a case that the CMA opened in 2024 keeps the law of 2024",
    as_of = "2025-03-01", add = cma_case("agency", "2024-12-20"), expect = "out-of-scope" },
  { "so it does where the strong is bought",
    as_of = "2025-03-01", set = { ["deal.acquirer"] = "small", ["deal.target"] = "giant" }, add = cma_case("agency", "2024-12-20"),
    expect = "out-of-scope" },
  { "one that it opened in 2025 is of the law of 2025", as_of = "2025-03-01", add = cma_case("agency", "2025-01-02"), expect = "flagged" },
  { "but not where the deal had closed in 2024: what was joined before stays under the old law",
    as_of = "2025-03-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2024-12-31" },
    add = cma_case("agency", "2025-01-02"), expect = "out-of-scope" },
  { "a case of another body does not matter",
    as_of = "2025-03-01", add = cma_case("company", "2024-12-20"), expect = "flagged" },
  { "where the day of the case is unknown it is open which law holds",
    as_of = "2025-03-01", add = cma_case("agency", null), expect = "cannot-tell" },
  { "where the type of deal is unknown, it is open whether the strong and the other are parties to a takeover",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the geography of m is unknown, it is open whether the market is a market in the United Kingdom",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
  { "where the geography of nexus is unknown, it is open whether the other is active in the United Kingdom",
    set = { ["nexus.geography"] = null }, expect = "cannot-tell", needs = { "nexus.geography" } },
  { "where the measure of m is unknown, it is open whether the strong is on file as a supplier of the market",
    set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  { "where the geography of m is EU, it is not so that the market is a market in the United Kingdom",
    set = { ["m.geography"] = "EU" }, expect = "out-of-scope" },
  { "turnover counts as it stood on the day of closing, not when asked: what fell later",
    as_of = "2026-03-01", set = { ["deal.status"] = "closed", ["deal.closed"] = "2025-03-31" }, add = later(340e6),
    expect = "flagged", figures = { strong_uk_turnover = 351e6 } },
  { "and what rose later",
    as_of = "2026-03-01",
    set = { ["deal.status"] = "closed", ["deal.closed"] = "2025-03-31", ["sales.amount"] = gbp(340e6) }, add = later(351e6),
    expect = "clear", figures = { strong_uk_turnover = 340e6 } },
  { "so it is where the other buys",
    as_of = "2026-03-01",
    set = {
      ["deal.status"] = "closed", ["deal.closed"] = "2025-03-31", ["deal.acquirer"] = "small", ["deal.target"] = "giant",
    },
    add = later(340e6), expect = "flagged", figures = { strong_uk_turnover = 351e6 } },
  { "of a deal that is still open it is that of the day asked", as_of = "2026-03-01", add = later(340e6), expect = "clear" },
}
