local two_tables = require "two_tables_test"

local facts, row = two_tables.facts, two_tables.row

return {
  rule = "house/measured",
  { "before the deal and today they say the same", facts = facts {}, expect = "flagged" },
  { "today the target is not listed", expect = "cannot-tell", needs = { "deal.status" },
    facts = facts { row("four", "buyer", 60, "2024-06-30"), row("five", "rival", 40, "2024-06-30") } },
  { "today the buyer is not the largest", expect = "cannot-tell", needs = { "deal.status" },
    facts = facts {
      row("four", "buyer", 30, "2024-06-30"), row("five", "rival", 45, "2024-06-30"), row("six", "target", 25, "2024-06-30"),
    } },
}
