local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 2009; the audit is made in 2011.
local seen = { measured = "2009-12-31", as_of = "2011-09-23" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-2010/concentration-concern",
  cannot_be = {
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market(12, 10, { 31, 13, 12, 11, 11 }),

  { "a deal above the lines is flagged, and what may rebut it is open",
    expect = "flagged", open = 3, subject = { buyer = "buyer", target = "target", market = "m" },
    figures = { change = 240, after = 2000 } },
  { "a share of the target that straddles the lines cannot tell",
    set = { ["m.table"] = "partial", ["target-share.percent"] = { min = 0.1, max = 10 } }, expect = "cannot-tell",
    needs = { "target-share.percent" } },
  { "an HHI at 1500 is flagged", facts = market(12, 10, { 14, 13, 13, 13, 13, 12 }), expect = "flagged" },
  { "an HHI just above 1500 is flagged", facts = market(12, 10, { 14.01, 13, 13, 13, 13, 11.99 }), expect = "flagged" },
  { "an HHI just below 1500 is clear", facts = market(12, 10, { 13.99, 13, 13, 13, 13, 12.01 }), expect = "clear" },
  { "a change in a moderately concentrated market of 100 is clear",
    facts = market(10, 5, { 33, 15, 14, 12, 11 }), expect = "clear" },
  { "a change in a moderately concentrated market just above 100 is flagged",
    facts = market(10.01, 5, { 32.99, 15, 14, 12, 11 }), expect = "flagged" },
  { "a change in a moderately concentrated market just below 100 is clear",
    facts = market(9.99, 5, { 33.01, 15, 14, 12, 11 }), expect = "clear" },
  { "a change in a highly concentrated market of 100 is flagged",
    facts = market(10, 5, { 47, 19, 13, 6 }), expect = "flagged" },
  { "a change in a highly concentrated market just above 100 is flagged",
    facts = market(10.01, 5, { 46.99, 19, 13, 6 }), expect = "flagged" },
  { "a change in a highly concentrated market just below 100 is clear",
    facts = market(9.99, 5, { 47.01, 19, 13, 6 }), expect = "clear" },
  { "with a change of 100, an HHI at 2500 is clear", facts = market(10, 5, { 40, 15, 15, 15 }), expect = "clear" },
  { "with a change of 100, an HHI just above 2500 is flagged",
    facts = market(10, 5, { 40.01, 15, 15, 14.99 }), expect = "flagged" },
  { "with a change of 100, an HHI just below 2500 is clear",
    facts = market(10, 5, { 39.99, 15, 15, 15.01 }), expect = "clear" },
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
