--- A market in which the investor and the developer both have a share.
local function both_in(measure)
  return {
    markets = { { id = "chips", product = "ai-accelerators", measure = measure } },
    shares = {
      { market = "chips", entity = "cloudco", percent = 20, from = "2024-09-30" },
      { market = "chips", entity = "lab", percent = 20, from = "2024-09-30" },
    },
  }
end

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
  { "a licensee that sells in a market of the developer is flagged",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, add = both_in "revenue", expect = "flagged" },
  { "a licensee that buys in a market where the developer buys does not compete with it",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, add = both_in "purchases", expect = "clear" },
  { "where it is unknown what the market measures, it is open whether they compete",
    set = { ["cloudco.activities"] = { "cloud-provider" } }, add = both_in(null), expect = "cannot-tell", needs = { "chips.measure" } },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a licensee that does not fund the developer is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "a licence to a rival of the investor rebuts",
    add = { agreements = { { type = "ip-licence", holder = "othercloud", grantor = "lab", scope = "models" } } },
    expect = "rebutted" },
  { "a licence to the investor and a rival of it rebuts", set = { ["licence.holder"] = { "cloudco", "othercloud" } },
    expect = "rebutted" },
  { "a licence to one that does something else than the investor rebuts nothing",
    set = { ["cloudco.activities"] = { "ai-developer" } },
    add = { agreements = { { type = "ip-licence", holder = "othercloud", grantor = "lab", scope = "models" } } },
    expect = "flagged", open = 1 },
  { "a licence to one that sells in a market of the investor rebuts",
    add = {
      markets = { { id = "phones", product = "x-phones" } },
      shares = {
        { market = "phones", entity = "cloudco", percent = 5, from = "2024-09-30" },
        { market = "phones", entity = "shop", percent = 5, from = "2024-09-30" },
      },
      agreements = { { type = "ip-licence", holder = "shop", grantor = "lab", scope = "models" } },
    },
    expect = "rebutted" },
  { "a licence to one that buys in a market where the investor buys rebuts nothing",
    add = {
      markets = { { id = "phones", product = "x-phones", measure = "purchases" } },
      shares = {
        { market = "phones", entity = "cloudco", percent = 5, from = "2024-09-30" },
        { market = "phones", entity = "shop", percent = 5, from = "2024-09-30" },
      },
      agreements = { { type = "ip-licence", holder = "shop", grantor = "lab", scope = "models" } },
    },
    expect = "flagged", open = 1 },
  { "a licence to one that has been seen to compete with the investor rebuts",
    add = {
      observations = { { says = "head-to-head", about = { "cloudco", "shop" }, strength = "moderate" } },
      agreements = { { type = "ip-licence", holder = "shop", grantor = "lab", scope = "models" } },
    },
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
