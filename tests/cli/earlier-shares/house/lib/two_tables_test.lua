--- A deal of which nobody knows whether it has closed, and two tables of its market: of before it and of after it.
local two_tables = {}

function two_tables.row(id, firm, percent, from)
  return { id = id, market = "m", entity = firm, percent = percent, from = from, source = "s1" }
end

--- A table of before the deal and one of after it.
function two_tables.facts(later)
  local shares = {
    two_tables.row("one", "buyer", 40, "2023-12-31"), two_tables.row("two", "rival", 35, "2023-12-31"),
    two_tables.row("three", "target", 25, "2023-12-31"),
  }
  for _, share in ipairs(later) do table.insert(shares, share) end
  return {
    sources      = { { id = "s1", title = "A table" } },
    entities     = { { id = "buyer" }, { id = "target" }, { id = "rival" } },
    markets      = { { id = "m", product = "cloud-infrastructure", measure = "revenue", table = "complete" } },
    shares       = shares,
    transactions = {
      { id = "deal", acquirer = "buyer", target = "target", type = "acquisition", from = "2024-01-01", status = null, source = "s1" },
    },
  }
end

return two_tables
