local two_tables = require "two_tables_test"

local facts, row = two_tables.facts, two_tables.row

return {
  rule = "house/figures",
  { "each figure is the hull of what the table before the deal and today's give", expect = "cannot-tell", needs = { "deal.status" },
    facts = facts {
      row("four", "buyer", 20, "2024-06-30"), row("five", "rival", 70, "2024-06-30"), row("six", "target", 10, "2024-06-30"),
    },
    add = { holdings = { { holder = "buyer", entity = "target", stake = 20, votes = 0, control = "none" } } },
    figures = {
      combined = { min = 30, max = 65 }, hhi = { min = 3450, max = 5400 }, change = { min = 400, max = 2000 },
      first = { min = 40, max = 70 }, with = { min = 30, max = 65 }, larger = { min = 0, max = 1 }, by = { min = 40, max = 200 },
    } },
}
