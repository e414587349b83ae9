local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 1962; the audit is made in 2005.
local seen = { measured = "1962-12-31", as_of = "2005-01-01" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "clayton/philadelphia-national-bank",
  cannot_be = {
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market(20, 15, { 39, 13, 7, 6 }),

  { "a deal above the lines is flagged, and what may rebut it is open",
    expect = "flagged", open = 2, subject = { buyer = "buyer", target = "target", market = "m" },
    figures = { change = 600, share = 35 } },
  { "a share of the target that straddles the lines cannot tell",
    set = { ["m.table"] = "partial", ["target-share.percent"] = { min = 0.1, max = 15 } }, expect = "cannot-tell",
    needs = { "target-share.percent" } },
  { "a joint share of 30 % is flagged", facts = market(15, 15, { 14, 10, 7, 7, 7, 7, 6, 6, 6 }), expect = "flagged" },
  { "a joint share just below 30 % is clear",
    facts = market(14.9, 15, { 14.1, 10, 7, 7, 7, 7, 6, 6, 6 }), expect = "clear" },
  { "gains that the deal brings justify nothing here",
    add = { observations = { { about = "deal", says = "efficiency", strength = "strong" } } }, expect = "flagged", open = 2 },
  { "a rise of 100 is clear", facts = market(50, 1, { 19, 10, 8, 7, 5 }), expect = "clear" },
  { "a rise just above 100 is flagged", facts = market(50.01, 1, { 18.99, 10, 8, 7, 5 }), expect = "flagged" },
  { "a rise just below 100 is clear", facts = market(49.99, 1, { 19.01, 10, 8, 7, 5 }), expect = "clear" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(2),
  merger.in_force { before = "1963-06-16", first = "1963-06-17", long_after = "2005-01-01" },
})
