local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 2022; the audit is made in 2025.
local seen = { measured = "2022-12-31", as_of = "2025-01-01" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

--- A table of 2024, on which the deal raises the HHI by 600.
local later = {
  { market = "m", entity = "buyer", percent = 20, from = "2024-06-30" },
  { market = "m", entity = "target", percent = 15, from = "2024-06-30" },
  { market = "m", entity = "r1", percent = 65, from = "2024-06-30" },
}

return merger.with({
  rule = "merger-guidelines-2023/concentration",
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
  { "a table that is said to be complete and comes to a fifth of the market lacks firms", facts = market(18, 3, {}),
    expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "one that comes to 99.6 % is rounded", facts = market(18, 3, { 39, 13, 13, 13.6 }), expect = "flagged" },
  { "an HHI at 1800 is clear", facts = market(10, 10, { 25, 17, 14, 13, 11 }), expect = "clear" },
  { "an HHI just above 1800 is flagged", facts = market(10, 10, { 25.01, 17, 14, 13, 10.99 }), expect = "flagged" },
  { "an HHI just below 1800 is clear", facts = market(10, 10, { 24.99, 17, 14, 13, 11.01 }), expect = "clear" },
  { "a change of 100 is clear", facts = market(10, 5, { 47, 19, 13, 6 }), expect = "clear" },
  { "a change just above 100 is flagged", facts = market(10.01, 5, { 46.99, 19, 13, 6 }), expect = "flagged" },
  { "a change just below 100 is clear", facts = market(9.99, 5, { 47.01, 19, 13, 6 }), expect = "clear" },
  { "a joint share of 30 % in a market that is not concentrated is clear",
    facts = market(15, 15, { 14, 10, 7, 7, 7, 7, 6, 6, 6 }), expect = "clear" },
  { "a joint share just above 30 % is flagged",
    facts = market(15.1, 15, { 13.9, 10, 7, 7, 7, 7, 6, 6, 6 }), expect = "flagged" },
  { "a joint share just below 30 % is clear",
    facts = market(14.9, 15, { 14.1, 10, 7, 7, 7, 7, 6, 6, 6 }), expect = "clear" },
  { "where the status of deal is unknown, it is open whether the market would be highly concentrated, or the joint share is large",
    set = { ["deal.status"] = null }, expect = "cannot-tell" },
  { "a deal that has closed is measured on the day before, whatever later tables say",
    set = { ["deal.status"] = "closed", ["deal.from"] = "2024-01-01", ["deal.closed"] = "2024-03-01" },
    add = {
      holdings = { { holder = "buyer", entity = "target", stake = 100, control = "sole", from = "2024-03-01" } },
      shares = {
        { market = "m", entity = "buyer", percent = 35, from = "2024-06-30" },
        { market = "m", entity = "r1", percent = 65, from = "2024-06-30" },
      },
    },
    expect = "flagged", figures = { change = 600, after = 3000 } },
  { "whether a deal has closed, nobody knows: the table before it and today's both measure it",
    facts = market(9.99, 5, { 47.01, 19, 13, 6 }), set = { ["deal.status"] = null, ["deal.from"] = "2024-01-01" },
    add = { shares = later }, expect = "cannot-tell", needs = { "deal.status" } },
  { "a deal that closed on some day of a year is measured by the table before the first and by the one before the last",
    facts = market(9.99, 5, { 47.01, 19, 13, 6 }),
    set = { ["deal.status"] = "closed", ["deal.from"] = "2024-01-01", ["deal.closed"] = "2024" },
    add = { shares = later }, expect = "cannot-tell", needs = { "deal.closed" } },
  { "where both tables say the same, the day of closing decides nothing",
    facts = market(9.99, 5, { 47.01, 19, 13, 6 }),
    set = { ["deal.status"] = "closed", ["deal.from"] = "2024-01-01", ["deal.closed"] = "2024" }, expect = "clear" },
}, {
  merger.deals(seen),
  merger.sold(),
  merger.rebuttals(3),
  merger.efficiencies(),
  merger.in_force { before = "2023-12-17", first = "2023-12-18", long_after = "2025-01-01" },
})
