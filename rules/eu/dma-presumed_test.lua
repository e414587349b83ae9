local function row(id, metric, amount, from) return { id = id, entity = "giant", metric = metric, geography = "EU", amount = amount,
  from = from } end
local function eur(value) return { value = value, currency = "EUR" } end

return {
  rule = "eu/dma-presumed",
  facts = {
    entities = { { id = "giant", activities = { "software" } } },
    financials = {
      row("t22", "revenue", eur(8e9), "2022-12-31"), row("t23", "revenue", eur(8e9), "2023-12-31"), row("t24", "revenue",
        eur(8e9), "2024-12-31"),
      row("u22", "users", 50e6, "2022-12-31"), row("u23", "users", 50e6, "2023-12-31"), row("u24", "users", 50e6, "2024-12-31"),
      row("b22", "business-users", 20000, "2022-12-31"), row("b23", "business-users", 20000, "2023-12-31"),
      row("b24", "business-users", 20000, "2024-12-31"),
    },
  },

  { "size and users in each of three years are flagged", expect = "flagged", figures = { lowest_turnover = 8e9, lowest_users = 50e6 } },
  { "7.5 billion is enough", set = { ["t24.amount"] = eur(7.5e9) }, expect = "flagged" },
  { "a year below, and no value on file, cannot tell", set = { ["t23.amount"] = eur(7.4e9) }, expect = "cannot-tell" },
  { "a year below and a small value are clear",
    set = { ["t23.amount"] = eur(7.4e9) },
    add = { financials = { { entity = "giant", metric = "market-value", amount = eur(74e9), from = "2024-12-31" } } }, expect = "clear" },
  { "a value of 75 billion is enough",
    set = { ["t23.amount"] = eur(1e9) },
    add = { financials = { { entity = "giant", metric = "market-value", amount = eur(75e9), from = "2024-12-31" } } },
      expect = "flagged" },
  { "45 million users are enough", set = { ["u24.amount"] = 45e6 }, expect = "flagged" },
  { "fewer in one year are clear", set = { ["u23.amount"] = 44.9e6 }, expect = "clear" },
  { "10,000 business users are enough", set = { ["b22.amount"] = 10000 }, expect = "flagged" },
  { "9,999 are clear", set = { ["b22.amount"] = 9999 }, expect = "clear" },
  { "a missing year cannot tell", without = { "u22" }, expect = "cannot-tell" },
  { "users elsewhere are out of scope",
    set = {
      ["u22.geography"] = "US", ["u23.geography"] = "US", ["u24.geography"] = "US", ["b22.geography"] = "US", ["b23.geography"] = "US",
      ["b24.geography"] = "US",
    },
    expect = "out-of-scope" },
  { "no users, nobody to ask about", without = { "u22", "u23", "u24", "b22", "b23", "b24" }, expect = "not-applicable" },
  { "before the Act applies is out of scope", as_of = "2023-05-01",
    add = {
      financials = {
        row("t20", "revenue", eur(8e9), "2020-12-31"), row("u20", "users", 50e6, "2020-12-31"),
          row("b20", "business-users", 20000, "2020-12-31"),
        row("t21", "revenue", eur(8e9), "2021-12-31"), row("u21", "users", 50e6, "2021-12-31"),
          row("b21", "business-users", 20000, "2021-12-31"),
      },
    },
    expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2023-05-02",
    add = {
      financials = {
        row("t20", "revenue", eur(8e9), "2020-12-31"), row("u20", "users", 50e6, "2020-12-31"),
          row("b20", "business-users", 20000, "2020-12-31"),
        row("t21", "revenue", eur(8e9), "2021-12-31"), row("u21", "users", 50e6, "2021-12-31"),
          row("b21", "business-users", 20000, "2021-12-31"),
      },
    },
    expect = "flagged" },
}
