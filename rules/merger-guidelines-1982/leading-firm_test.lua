local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 1981; the audit is made in 1985.
local seen = { measured = "1981-12-31", as_of = "1985-01-01" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

return merger.with({
  rule = "merger-guidelines-1982/leading-firm",
  cannot_be = {
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market(36, 2, { 18, 11, 11, 11, 11 }),

  { "a deal above the lines is flagged, and what may rebut it is open",
    expect = "flagged", open = 2, subject = { buyer = "buyer", target = "target", market = "m" },
    figures = { leader = 36, other = 2 } },
  { "a share of the target that straddles the lines cannot tell",
    set = { ["m.table"] = "partial", ["target-share.percent"] = { min = 0.1, max = 2 } }, expect = "cannot-tell",
    needs = { "target-share.percent" } },
  { "efficiencies rebut nothing in this text",
    add = { observations = { { about = "deal", says = "efficiency", strength = "strong" } } }, expect = "flagged" },
  { "a leading firm of 35 % that buys one of 1 % is flagged",
    facts = market(35, 1, { 30, 20, 14 }), expect = "flagged" },
  { "a leading firm below 35 % is clear", facts = market(34.9, 1, { 30, 20, 14.1 }), expect = "clear" },
  { "a target below 1 % is clear", facts = market(35, 0.9, { 30, 20, 14.1 }), expect = "clear" },
  { "a firm of 35 % that does not lead is clear", facts = market(35, 1, { 40, 20, 4 }), expect = "clear" },
  { "the target may lead as well", facts = market(1, 35, { 30, 20, 14 }), expect = "flagged" },
  { "a firm that another equals may lead or not", facts = market(35, 1, { 35, 20, 9 }), expect = "cannot-tell" },
  { "a firm that the table does not name may lead with the 36 % that are left",
    facts = market(35, 1, { 20, 8 }), set = { ["m.table"] = "partial" }, expect = "cannot-tell",
    needs = { "the shares of the other firms in m" } },
  { "with 34 % it does not lead", facts = market(35, 1, { 22, 8 }), set = { ["m.table"] = "partial" }, expect = "flagged" },
  { "by the text of 1982 a leader twice as large as the second counts",
    facts = market(36, 2, { 18, 16, 16, 12 }), as_of = "1983-07-19", expect = "flagged", figures = { second = 18 } },
  { "one less than twice as large does not", facts = market(36, 2, { 18.1, 16, 16, 11.9 }), as_of = "1983-07-19", expect = "clear" },
  { "on the last day of that text neither", facts = market(36, 2, { 18.1, 16, 16, 11.9 }), as_of = "1984-06-13", expect = "clear" },
  { "by the text of 1984 it does", facts = market(36, 2, { 18.1, 16, 16, 11.9 }), as_of = "1984-06-14", expect = "flagged" },
  { "where the second is not known well it cannot tell",
    facts = market(36, 2, { 18, 16, 16, 10 }), as_of = "1983-07-19",
    set = { ["m.table"] = "partial", ["r1-share.percent"] = { min = 17, max = 20 } }, expect = "cannot-tell" },
  { "where the status of deal is unknown, the rule cannot tell",
    as_of = "2025-01-01", set = { ["deal.status"] = null }, expect = "cannot-tell" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(2),
  merger.in_force {
    before = "1982-06-13", first = "1982-06-14", last = "1992-04-01", after = "1992-04-02",
    long_after = "1994-09-18",
  },
})
