return {
  rule = "ftc-6b/equity-with-revenue-share",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        instrument = "equity", status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      { id = "part", type = "revenue-share", holder = "cloudco", grantor = "lab", percent = 20, from = "2023-01-23" },
    },
  },

  { "equity and a revenue share in one hand are flagged", expect = "flagged", open = 0 },
  { "a profit interest counts as equity", set = { ["money.instrument"] = "profit-interest" }, expect = "flagged" },
  { "convertible notes count as equity", set = { ["money.instrument"] = "convertible" }, expect = "flagged" },
  { "shares on record count without the money",
    without = { "money" }, add = { holdings = { { holder = "cloudco", entity = "lab", stake = 5 } } },
    expect = "flagged" },
  { "a revenue share of unknown size is one", set = { ["part.percent"] = null }, expect = "flagged" },
  { "debt is no equity", set = { ["money.instrument"] = "debt" }, expect = "clear" },
  { "credits are no equity", set = { ["money.instrument"] = "credits" }, expect = "clear" },
  { "announced money buys no equity", set = { ["money.status"] = "announced" }, expect = "clear" },
  { "without a revenue share it is clear", without = { "part" }, expect = "clear" },
  { "a revenue share the other way is none",
    set = { ["part.holder"] = "lab", ["part.grantor"] = "cloudco" }, expect = "clear" },
  { "a revenue share that has ended is none", set = { ["part.to"] = "2024-12-31" }, expect = "clear" },
  { "an unknown instrument cannot tell",
    set = { ["money.instrument"] = null }, expect = "cannot-tell", needs = { "money.instrument" } },
  { "an investor of unknown activities cannot tell",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "an investor that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where it is not known whether part has ended, it is open whether the investor receives a part of the revenue of the developer",
    set = { ["part.to"] = null }, expect = "cannot-tell", needs = { "part.to" } },
}
