local function row(id, firm, percent, from)
  return { id = id, market = "m", entity = firm, percent = percent, from = from, source = "s1" }
end

--- A table of before the deal and one of after it.
local function facts(later)
  local shares = {
    row("one", "buyer", 40, "2023-12-31"), row("two", "rival", 35, "2023-12-31"), row("three", "target", 25, "2023-12-31"),
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
