return {
  rule = "ftc-6b/preferential-compute",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
      { id = "otherlab", activities = { "ai-developer" } },
      { id = "shop", activities = { "retailer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "terms", type = "discounted-supply", holder = "lab", grantor = "cloudco",
        scope = { "capacity", "training" }, from = "2023-01-23",
      },
    },
  },

  { "computing at a discount for a funded developer is flagged", expect = "flagged", open = 1 },
  { "computing before others counts", set = { ["terms.type"] = "priority-supply" }, expect = "flagged" },
  { "computing on the usual terms is clear", set = { ["terms.type"] = "supply" }, expect = "clear" },
  { "a discount on something else is clear", set = { ["terms.scope"] = "product" }, expect = "clear" },
  { "a discount on what is not recorded cannot tell",
    set = { ["terms.scope"] = null }, expect = "cannot-tell", needs = { "terms.scope" } },
  { "terms that have ended are none", set = { ["terms.to"] = "2024-12-31" }, expect = "clear" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a customer whom the cloud does not fund is out of scope",
    set = { ["money.investor"] = "shop" }, expect = "out-of-scope" },
  { "an investor that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "the same terms for a rival rebut",
    add = { agreements = { { type = "discounted-supply", holder = "otherlab", grantor = "cloudco", scope = "training" } } },
    expect = "rebutted" },
  { "the same terms for one that is no rival rebut nothing",
    add = { agreements = { { type = "discounted-supply", holder = "shop", grantor = "cloudco", scope = "capacity" } } },
    expect = "flagged", open = 1 },
}
