return {
  rule = "ftc-6b/ip-access",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider", "ai-developer" } },
      { id = "othercloud", activities = { "cloud-provider" } },
      { id = "shop", activities = { "retailer" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "licence", type = "ip-licence", holder = "cloudco", grantor = "lab", scope = { "models", "product" },
        from = "2023-01-23",
      },
    },
  },

  { "a funding competitor with a licence to the models is flagged", expect = "flagged", open = 1 },
  { "a licence to the weights counts", set = { ["licence.scope"] = "weights" }, expect = "flagged" },
  { "a licence that is not exclusive counts", set = { ["licence.exclusive"] = false }, expect = "flagged" },
  { "a licence to something else is clear", set = { ["licence.scope"] = "chip-design" }, expect = "clear" },
  { "a licence of unknown scope cannot tell",
    set = { ["licence.scope"] = null }, expect = "cannot-tell", needs = { "licence.scope" } },
  { "a licence that has ended is none", set = { ["licence.to"] = "2024-12-31" }, expect = "clear" },
  { "a licensee that does not compete is clear",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, expect = "clear" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a licensee that does not fund the developer is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "a licence to a rival of the investor rebuts",
    add = { agreements = { { type = "ip-licence", holder = "othercloud", grantor = "lab", scope = "models" } } },
    expect = "rebutted" },
  { "a licence to one that is no rival rebuts nothing",
    add = { agreements = { { type = "ip-licence", holder = "shop", grantor = "lab", scope = "models" } } },
    expect = "flagged", open = 1 },
  { "where it is not known what lab does, it is open whether the investor and the developer compete",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where the status of money is unknown, it is open whether the investor has put money into the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where every agreement is on file, it is not so that the developer has licensed its models",
    complete = { { kind = "agreement" } }, expect = "flagged" },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
}
