--- A market with given shares of the buyer, the target and one rival; the rest is spread over five equal firms.
local function market(buyer, target, rival, rest)
  return {
    entities = {
      { id = "buyer" }, { id = "target" }, { id = "rival" }, { id = "r1" }, { id = "r2" }, { id = "r3" }, { id = "r4" },
      { id = "r5" },
    },
    markets = { { id = "m", product = "widgets", geography = "US", table = "complete" } },
    shares = {
      { id = "buyer-share", market = "m", entity = "buyer", percent = buyer, from = "2024-06-30" },
      { id = "target-share", market = "m", entity = "target", percent = target, from = "2024-06-30" },
      { id = "rival-share", market = "m", entity = "rival", percent = rival, from = "2024-06-30" },
      { market = "m", entity = "r1", percent = rest, from = "2024-06-30" },
      { market = "m", entity = "r2", percent = rest, from = "2024-06-30" },
      { market = "m", entity = "r3", percent = rest, from = "2024-06-30" },
      { market = "m", entity = "r4", percent = rest, from = "2024-06-30" },
      { id = "r5-share", market = "m", entity = "r5", percent = rest, from = "2024-06-30" },
    },
    transactions = {
      {
        id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
  }
end

return {
  rule = "merger-guidelines-2023/coordination",
  facts = market(10, 10, 30, 10),

  { "an HHI of 1,800 after the deal is no primary factor", expect = "clear",
    subject = { buyer = "buyer", target = "target", market = "m" }, figures = { after = 1800 } },
  { "an HHI just above is",
    set = { ["rival-share.percent"] = 30.01, ["r5-share.percent"] = 9.99 }, expect = "flagged", open = 2 },
  { "an HHI just below is not",
    set = { ["rival-share.percent"] = 29.99, ["r5-share.percent"] = 10.01 }, expect = "clear" },
  { "a change that is small in a concentrated market is flagged", facts = market(1, 1, 48, 10), expect = "flagged" },
  { "shares that straddle the line cannot tell",
    set = { ["m.table"] = "partial", ["rival-share.percent"] = { min = 20, max = 40 }, ["r5-share.percent"] = null },
    expect = "cannot-tell" },
  { "a maverick that is bought is a primary factor by itself",
    facts = market(5, 5, 15, 15),
    add = { observations = { { about = "target", says = "maverick", strength = "moderate" } } }, expect = "flagged" },
  { "a maverick that buys is one too",
    facts = market(5, 5, 15, 15),
    add = { observations = { { about = "buyer", says = "maverick", strength = "strong" } } }, expect = "flagged" },
  { "a maverick by hearsay is none",
    facts = market(5, 5, 15, 15),
    add = { observations = { { about = "target", says = "maverick", strength = "weak" } } }, expect = "clear" },
  { "a maverick that is a rival is none",
    facts = market(5, 5, 15, 15),
    add = { observations = { { about = "rival", says = "maverick", strength = "strong" } } }, expect = "clear" },
  { "a stake is out of scope",
    facts = market(10, 10, 40, 8), set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "without a common market there is nobody to ask about", without = { "target-share" }, expect = "not-applicable" },
  { "entry rebuts", facts = market(10, 10, 40, 8),
    add = { observations = { { about = "m", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
  { "a failing target rebuts", facts = market(10, 10, 40, 8),
    add = { observations = { { about = "target", says = "failing-firm", strength = "moderate" } } },
    expect = "rebutted" },
  { "a deal closed under the older text is out of scope", facts = market(10, 10, 40, 8),
    set = { ["deal.from"] = "2023-06-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-12-17" },
    expect = "out-of-scope" },
}
