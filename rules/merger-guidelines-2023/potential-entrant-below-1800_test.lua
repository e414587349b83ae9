--- Ten firms, the first and the last of which are given; an eleventh may take what is left.
local function even(first, last, left)
  local shares, entities = {}, { { id = "target" } }
  local names = { "buyer", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9" }
  for i, name in ipairs(names) do
    table.insert(entities, { id = name })
    table.insert(shares, { market = "m", entity = name, percent = i < 2 and first or i > 9 and last or 10, from = "2024-06-30" })
  end
  if left then
    table.insert(entities, { id = "small" })
    table.insert(shares, { market = "m", entity = "small", percent = left, from = "2024-06-30" })
  end
  return {
    entities = entities,
    markets = { { id = "m", product = "widgets", geography = "US", table = "complete" } },
    shares = shares,
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
    observations = { { id = "seen", about = { "target", "m" }, says = "entry", strength = "moderate" } },
  }
end

return {
  rule = "merger-guidelines-2023/potential-entrant-below-1800",
  facts = {
    entities = {
      { id = "buyer" }, { id = "target" }, { id = "top" }, { id = "r2" }, { id = "r3" }, { id = "r4" }, { id = "r5" },
      { id = "r6" },
    },
    markets = {
      { id = "m", product = "widgets", geography = "US", table = "complete" },
      { id = "n", product = "gadgets", geography = "US" },
    },
    shares = {
      { id = "buyer-share", market = "m", entity = "buyer", percent = 20, from = "2024-06-30" },
      { id = "top-share", market = "m", entity = "top", percent = 30, from = "2024-06-30" },
      { market = "m", entity = "r2", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r3", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r6", percent = 10, from = "2024-06-30" },
      { market = "m", entity = "r4", percent = 10, from = "2024-06-30" },
      { id = "r5-share", market = "m", entity = "r5", percent = 10, from = "2024-06-30" },
    },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
    observations = { { id = "seen", about = { "target", "m" }, says = "entry", strength = "moderate" } },
  },

  { "an HHI of 1,800 is flagged here",
    expect = "flagged", open = 1, figures = { hhi = 1800 },
    subject = { buyer = "buyer", target = "target", market = "m" } },
  { "an HHI just above has a rule of its own",
    set = { ["top-share.percent"] = 30.01, ["r5-share.percent"] = 9.99 }, expect = "clear" },
  { "an HHI just below is flagged",
    set = { ["top-share.percent"] = 29.99, ["r5-share.percent"] = 10.01 }, expect = "flagged" },
  { "an HHI of 1,000 is not enough", facts = even(10, 10), expect = "clear", figures = { hhi = 1000 } },
  { "an HHI just above 1,000 is flagged", facts = even(10.1, 9.9), expect = "flagged" },
  { "an HHI just below 1,000 is clear", facts = even(9.9, 9.9, 0.2), expect = "clear" },
  { "a nascent threat counts as well",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["seen.says"] = "nascent-threat" },
    expect = "flagged" },
  { "entry by hearsay is clear",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["seen.strength"] = "weak" }, expect = "clear" },
  { "entry of unknown strength cannot tell",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["seen.strength"] = null }, expect = "cannot-tell",
    needs = { "seen.strength" } },
  { "entry into another market is clear",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["seen.about"] = { "target", "n" } },
    expect = "clear" },
  { "entry of another firm is clear",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["seen.about"] = { "r5", "m" } }, expect = "clear" },
  { "the buyer may be the one that would come in",
    set = {
      ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["deal.acquirer"] = "target", ["deal.target"] = "buyer",
    },
    expect = "flagged" },
  { "a team that is hired away counts",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["deal.type"] = "acqui-hire" }, expect = "flagged" },
  { "a stake is out of scope",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "shares that leave the HHI open cannot tell",
    set = { ["m.table"] = "partial", ["buyer-share.percent"] = { min = 20, max = 22 }, ["r5-share.percent"] = null },
    expect = "cannot-tell" },
  { "a failing target rebuts",
    set = { ["top-share.percent"] = 29, ["r5-share.percent"] = 11 },
    add = { observations = { { about = "target", says = "failing-firm", strength = "strong" } } },
    expect = "rebutted" },
  { "a deal closed under the older text is out of scope",
    set = {
      ["top-share.percent"] = 29, ["r5-share.percent"] = 11, ["deal.from"] = "2023-06-01", ["deal.status"] = "closed",
      ["deal.closed"] = "2023-12-17",
    },
    expect = "out-of-scope" },
  { "firms that are on no market give nobody to ask about",
    facts = {
      entities = { { id = "buyer" }, { id = "target" } },
      transactions = {
        { acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01", status = "announced" },
      },
    },
    expect = "not-applicable" },
  { "where the type of deal is unknown, it is open whether the buyer takes over the target, or its team",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where every observation is on file, it is not so that the target is failing: it cannot meet its obligations soon",
    complete = { { kind = "observation" } }, expect = "flagged" },
}
