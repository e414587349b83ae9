local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 1983; the audit is made in 1985.
local seen = { measured = "1983-12-31", as_of = "1985-07-19" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-1982/likely-challenge-1984",
  cannot_be = {
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market(20, 15, { 39, 13, 7, 6 }),

  { "a deal above the lines is flagged, and what may rebut it is open",
    expect = "flagged", open = 3, subject = { buyer = "buyer", target = "target", market = "m" },
    figures = { change = 600, after = 3000 } },
  { "a share of the target that straddles the lines cannot tell",
    set = { ["m.table"] = "partial", ["target-share.percent"] = { min = 0.1, max = 15 } }, expect = "cannot-tell",
    needs = { "target-share.percent" } },
  { "an HHI at 1800 is clear", facts = market(15, 10, { 21, 15, 14, 13, 12 }), expect = "clear" },
  { "an HHI just above 1800 is flagged", facts = market(15, 10, { 21.01, 15, 14, 13, 11.99 }), expect = "flagged" },
  { "an HHI just below 1800 is clear", facts = market(15, 10, { 20.99, 15, 14, 13, 12.01 }), expect = "clear" },
  { "a change of 100 is clear", facts = market(10, 5, { 47, 19, 13, 6 }), expect = "clear" },
  { "a change just above 100 is flagged", facts = market(10.01, 5, { 46.99, 19, 13, 6 }), expect = "flagged" },
  { "a change just below 100 is clear", facts = market(9.99, 5, { 47.01, 19, 13, 6 }), expect = "clear" },
  { "where the status of deal is unknown, it is open whether the HHI of the market after the deal is after, above 1,800 points",
    as_of = "2025-01-01", set = { ["deal.status"] = null }, expect = "cannot-tell" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(3),
  merger.efficiencies(),
  merger.in_force {
    before = "1984-06-13", first = "1984-06-14", last = "1992-04-01", after = "1992-04-02",
    long_after = "1994-09-18",
  },
})
