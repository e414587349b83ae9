local two_tables = require "two_tables_test"

local facts, row = two_tables.facts, two_tables.row

return {
  rule = "house/largest",
  { "before the deal and today the same firm leads", facts = facts {}, expect = "flagged" },
  { "today another leads", expect = "cannot-tell", needs = { "deal.status" },
    facts = facts { row("four", "buyer", 30, "2024-06-30"), row("five", "rival", 70, "2024-06-30") } },
}
