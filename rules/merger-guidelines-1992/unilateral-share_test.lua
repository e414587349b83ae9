local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 1991; the audit is made in 1993.
local seen = { measured = "1991-12-31", as_of = "1993-05-07" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-1992/unilateral-share",
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
  { "a joint share of 35 % is flagged", facts = market(20, 15, { 18, 12, 9, 9, 9, 8 }), expect = "flagged" },
  { "a joint share just below 35 % is clear", facts = market(19.9, 15, { 18.1, 12, 9, 9, 9, 8 }), expect = "clear" },
  { "a change of 70 in a highly concentrated market is flagged",
    facts = market(35, 1, { 21, 11, 11, 11, 10 }), expect = "flagged" },
  { "a change of 70 in another is clear",
    facts = market(35, 1, { 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4 }), expect = "clear" },
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
