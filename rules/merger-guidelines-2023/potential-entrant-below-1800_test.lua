local entrant = require "coming_entrant_test"

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

return entrant.with({
  rule = "merger-guidelines-2023/potential-entrant-below-1800",
  facts = entrant.facts(),

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
  { "where the type of deal is unknown, it is open whether the buyer takes over the target, or its team",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where every observation is on file, it is not so that the target is failing: it cannot meet its obligations soon",
    complete = { { kind = "observation" } }, expect = "flagged" },
}, 29, 11)
