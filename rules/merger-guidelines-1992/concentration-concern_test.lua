local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 1991; the audit is made in 1993.
local seen = { measured = "1991-12-31", as_of = "1993-05-07" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-1992/concentration-concern",
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
  { "an HHI at 1000 is flagged", facts = market(8, 8, { 14, 9, 8, 8, 8, 8, 8, 7, 7, 7 }), expect = "flagged" },
  { "an HHI just above 1000 is flagged",
    facts = market(8, 8, { 14.01, 9, 8, 8, 8, 8, 8, 7, 7, 6.99 }), expect = "flagged" },
  { "an HHI just below 1000 is clear",
    facts = market(8, 8, { 13.99, 9, 8, 8, 8, 8, 8, 7, 7, 7.01 }), expect = "clear" },
  { "a change in a moderately concentrated market of 100 is clear",
    facts = market(10, 5, { 23, 12, 11, 10, 10, 10, 9 }), expect = "clear" },
  { "a change in a moderately concentrated market just above 100 is flagged",
    facts = market(10.01, 5, { 22.99, 12, 11, 10, 10, 10, 9 }), expect = "flagged" },
  { "a change in a moderately concentrated market just below 100 is clear",
    facts = market(9.99, 5, { 23.01, 12, 11, 10, 10, 10, 9 }), expect = "clear" },
  { "a change in a highly concentrated market of 50 is clear", facts = market(5, 5, { 40, 30, 20 }), expect = "clear" },
  { "a change in a highly concentrated market just above 50 is flagged",
    facts = market(5.01, 5, { 39.99, 30, 20 }), expect = "flagged" },
  { "a change in a highly concentrated market just below 50 is clear",
    facts = market(4.99, 5, { 40.01, 30, 20 }), expect = "clear" },
  { "with a change of 80, an HHI at 1800 is clear", facts = market(8, 5, { 27, 16, 15, 15, 14 }), expect = "clear" },
  { "with a change of 80, an HHI just above 1800 is flagged",
    facts = market(8, 5, { 27.01, 16, 15, 15, 13.99 }), expect = "flagged" },
  { "with a change of 80, an HHI just below 1800 is clear",
    facts = market(8, 5, { 26.99, 16, 15, 15, 14.01 }), expect = "clear" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(3),
  merger.efficiencies(),
  merger.in_force {
    before = "1992-04-01", first = "1992-04-02", last = "2010-08-18", after = "2010-08-19",
    long_after = "2013-02-03",
  },
})
