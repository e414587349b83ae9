local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 2009; the audit is made in 2011.
local seen = { measured = "2009-12-31", as_of = "2011-09-23" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-2010/concentration",
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
  { "an HHI at 2500 is clear", facts = market(15, 10, { 37, 16, 13, 9 }), expect = "clear" },
  { "an HHI just above 2500 is flagged", facts = market(15, 10, { 37.01, 16, 13, 8.99 }), expect = "flagged" },
  { "an HHI just below 2500 is clear", facts = market(15, 10, { 36.99, 16, 13, 9.01 }), expect = "clear" },
  { "a change of 200 is clear", facts = market(10, 10, { 40, 30, 10 }), expect = "clear" },
  { "a change just above 200 is flagged", facts = market(10.01, 10, { 39.99, 30, 10 }), expect = "flagged" },
  { "a change just below 200 is clear", facts = market(9.99, 10, { 40.01, 30, 10 }), expect = "clear" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(3),
  merger.efficiencies(),
  merger.in_force {
    before = "2010-08-18", first = "2010-08-19", last = "2023-12-17", after = "2023-12-18",
    long_after = "2026-06-04",
  },
})
