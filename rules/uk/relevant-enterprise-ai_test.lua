local function gbp(value) return { value = value, currency = "GBP" } end

return {
  rule = "uk/relevant-enterprise-ai",
  facts = {
    as_of = "2021-06-01",
    entities = { { id = "buyer", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    transactions = {
      { id = "deal", acquirer = "buyer", target = "lab", type = "acquisition", status = "announced", from = "2020-05-01" },
    },
    financials = {
      { id = "sales", entity = "lab", metric = "revenue", geography = "GB", amount = gbp(1000001), from = "2019-12-31" },
    },
  },

  { "a developer of AI with more than a million is flagged", expect = "flagged" },
  { "a million is not more", set = { ["sales.amount"] = gbp(1e6) }, expect = "clear" },
  { "25 % of a UK market alone is enough",
    set = { ["sales.amount"] = gbp(1e5) },
    add = {
      markets = { { id = "m", product = "generative-ai-models", geography = "GB" } },
      shares = { { id = "s", market = "m", entity = "lab", percent = 25, from = "2019-12-31" } },
    },
    expect = "flagged" },
  { "24 % is not",
    set = { ["sales.amount"] = gbp(1e5) },
    add = {
      markets = { { id = "m", product = "generative-ai-models", geography = "GB" } },
      shares = { { id = "s", market = "m", entity = "lab", percent = 24, from = "2019-12-31" } },
    },
    expect = "clear" },
  { "unknown turnover cannot tell", set = { ["sales.amount"] = null }, expect = "cannot-tell", needs = { "sales.amount" } },
  { "a firm that does not develop AI is out of scope", set = { ["lab.activities"] = { "retailer" } }, expect = "out-of-scope" },
  { "20 July 2020 is out of scope", as_of = "2020-07-20", expect = "out-of-scope" },
  { "21 July 2020 is in scope", as_of = "2020-07-21", expect = "flagged" },
  { "3 January 2022 is in scope", as_of = "2022-01-03", expect = "flagged" },
  { "4 January 2022 is out of scope", as_of = "2022-01-04", expect = "out-of-scope" },
  { "where the type of deal is unknown, it is open whether the enterprises of the buyer and the target cease to be distinct",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where it is not known what lab does, it is open whether the target develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "a part of which no holding is on file may be any part: it cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "a stake without influence is out of scope",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "lab", votes = 10, control = "none" } } },
    expect = "out-of-scope" },
  { "a stake with more than a quarter of the votes is in scope",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "lab", votes = 25.1, control = "none" } } },
    expect = "flagged" },
  { "one with a fifth of the votes leaves it open",
    set = { ["deal.type"] = "partial" }, add = { holdings = { { holder = "buyer", entity = "lab", votes = 20, control = "none" } } },
    expect = "cannot-tell" },
}
