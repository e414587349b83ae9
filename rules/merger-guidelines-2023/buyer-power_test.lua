local merger = require "merger_market_test"

--- The table of shares and the deal are of the end of 2022; the audit is made in 2025.
local seen = { measured = "2022-12-31", as_of = "2025-01-01", measure = "purchases" }
local function market(buyer, target, rivals) return merger.market(seen, buyer, target, rivals) end

--- What the parties buy of all that is bought, beside what they sell of a market of sales.
local function beside(buyer, target)
  local made = merger.market({ measured = seen.measured, as_of = seen.as_of, measure = "revenue" }, 10, 5, { 25, 20, 20, 20 })
  for _, one in ipairs { { "buyer", buyer }, { "target", target } } do
    table.insert(made.shares, { id = one[1] .. "-buys", market = "m", entity = one[1], percent = one[2], measure = "purchases",
      from = seen.measured })
  end
  return made
end

--- A market of what is bought, in which some firms have a share.
local function of_buyers(place, firms)
  local made = {
    markets = { { id = "bought", product = "jarred-baby-food", geography = place, measure = "purchases", table = "partial" } }, shares = {},
  }
  for _, firm in ipairs(firms) do
    table.insert(made.shares, { market = "bought", entity = firm, percent = 5, from = seen.measured })
  end
  return made
end

return merger.with({
  rule = "merger-guidelines-2023/buyer-power",
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
  { "shares of sales are another concern", set = { ["m.measure"] = "revenue" }, expect = "out-of-scope" },
  { "a market that states no measure has that of its rows", unset = { "m.measure" }, expect = "flagged",
    set = { ["buyer-share.measure"] = "purchases", ["target-share.measure"] = "purchases", ["r1-share.measure"] = "purchases",
      ["r2-share.measure"] = "purchases", ["r3-share.measure"] = "purchases", ["r4-share.measure"] = "purchases" } },
  { "where the rows state none either, they are of sales", unset = { "m.measure" }, expect = "out-of-scope" },
  { "where one of a party is perhaps of purchases it is open", unset = { "m.measure" }, expect = "cannot-tell",
    set = { ["buyer-share.measure"] = "purchases", ["target-share.measure"] = null }, needs = { "target-share.measure" } },
  { "what both buy counts beside what they sell", facts = beside(40, 30), expect = "flagged",
    figures = { purchases = 70, purchases_change = 2400 } },
  { "also in a market that states no measure", facts = beside(40, 30), unset = { "m.measure" }, expect = "flagged" },
  { "what one of them buys alone does not", facts = beside(40, 30), without = { "target-buys" }, expect = "out-of-scope" },
  { "where nobody knows of what a row beside is, it is open", facts = beside(40, 30), set = { ["target-buys.measure"] = null },
    expect = "cannot-tell", needs = { "target-buys.measure" } },
  { "at 30 % of what is bought it is open how concentrated that is", facts = beside(20, 10), expect = "cannot-tell",
    needs = { "a market with geography US, measure purchases, product jarred-baby-food" } },
  { "just above it is not", facts = beside(20.1, 10), expect = "flagged" },
  { "of a market of its own that is asked", facts = beside(20, 10), add = of_buyers("US", { "buyer", "target" }),
    subject = { buyer = "buyer", target = "target", market = "m" }, expect = "clear" },
  { "of one elsewhere it is not", facts = beside(20, 10), add = of_buyers("JP", { "buyer", "target" }),
    subject = { buyer = "buyer", target = "target", market = "m" }, expect = "cannot-tell" },
  { "a change of 100 in what is bought is clear", facts = beside(50, 1), expect = "clear", figures = { purchases_change = 100 } },
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
  { "where the measure of m is unknown, it is open whether the shares of the market are shares of what is bought",
    set = { ["m.measure"] = null }, expect = "cannot-tell", needs = { "m.measure" } },
  { "where the status of deal is unknown, it is open whether the market would be highly concentrated, or the joint share is large",
    set = { ["deal.status"] = null }, expect = "cannot-tell" },
}, {
  merger.deals(seen),
  merger.rebuttals(3),
  merger.efficiencies(),
  merger.in_force { before = "2023-12-17", first = "2023-12-18", long_after = "2025-01-01" },
})
