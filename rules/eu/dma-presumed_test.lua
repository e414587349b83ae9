local function row(id, metric, amount, from) return { id = id, entity = "giant", metric = metric, geography = "EU", amount = amount,
  from = from } end
--- Users in one State at the end of 2024.
local function users(id, state, amount)
  return { id = id, entity = "giant", metric = "users", geography = state, amount = amount, from = "2024-12-31" }
end

--- As many in each of some States, and no business users.
local function of_states(states, amount)
  local rows = {}
  for _, state in ipairs(states) do
    table.insert(rows, { entity = "giant", metric = "users", geography = state, amount = amount, from = "2024-12-31" })
    table.insert(rows, { entity = "giant", metric = "business-users", geography = state, amount = amount, from = "2024-12-31" })
  end
  return rows
end

local OTHERS = { "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "GR", "HU", "IE", "IT", "LV", "LT", "LU", "MT", "NL", "PL", "PT",
  "RO", "SK", "SI", "SE" }

local function eur(value) return { value = value, currency = "EUR" } end

--- Turnover of 2024 in one State.
local function of_2024(state, value)
  return { entity = "giant", metric = "revenue", geography = state, amount = eur(value), from = "2024-12-31" }
end

return {
  rule = "eu/dma-presumed",
  facts = {
    entities = { { id = "giant", activities = { "software", "x-core-platform-service" } } },
    financials = {
      row("t22", "revenue", eur(8e9), "2022-12-31"), row("t23", "revenue", eur(8e9), "2023-12-31"), row("t24", "revenue",
        eur(8e9), "2024-12-31"),
      row("u22", "users", 50e6, "2022-12-31"), row("u23", "users", 50e6, "2023-12-31"), row("u24", "users", 50e6, "2024-12-31"),
      row("b22", "business-users", 20000, "2022-12-31"), row("b23", "business-users", 20000, "2023-12-31"),
      row("b24", "business-users", 20000, "2024-12-31"),
      users("de", "DE", 9e6), users("es", "ES", 8e6), users("fr", "FR", 7e6),
    },
  },

  { "size and users in each of three years are flagged", expect = "flagged", figures = { lowest_turnover = 8e9, lowest_users = 50e6 } },
  { "7.5 billion is enough", set = { ["t24.amount"] = eur(7.5e9) }, expect = "flagged" },
  { "where nobody knows the turnover of a year, that in its States is known at least", set = { ["t24.amount"] = null },
    add = { financials = { of_2024("DE", 4e9), of_2024("FR", 3.5e9) } }, expect = "flagged" },
  { "too little there leaves it open", set = { ["t24.amount"] = null },
    add = { financials = { of_2024("DE", 4e9), of_2024("FR", 3.4e9) } }, expect = "cannot-tell", needs = { "t24.amount" } },
  { "users in several States may be the same and are not added up", set = { ["u24.amount"] = null, ["de.amount"] = 40e6 },
    expect = "cannot-tell", needs = { "u24.amount" } },
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
  { "two Member States on file cannot tell: others may have users", without = { "fr" }, expect = "cannot-tell",
    needs = { "the users of giant in another place" } },
  { "nor can one where a number is not known", set = { ["fr.amount"] = null }, expect = "cannot-tell", needs = { "fr.amount" } },
  { "two, and none in all others, are clear", set = { ["fr.amount"] = 0 },
    add = { financials = { { entity = "giant", metric = "business-users", geography = "FR", amount = 0, from = "2024-12-31" },
      table.unpack(of_states(OTHERS, 0)) } },
    expect = "clear" },
  { "business users are users too", set = { ["fr.metric"] = "business-users" }, expect = "flagged" },
  { "the United Kingdom is none of them", set = { ["fr.geography"] = "GB" }, expect = "cannot-tell" },
  { "a missing year cannot tell", without = { "u22" }, expect = "cannot-tell" },
  { "users elsewhere are out of scope",
    set = {
      ["u22.geography"] = "US", ["u23.geography"] = "US", ["u24.geography"] = "US", ["b22.geography"] = "US", ["b23.geography"] = "US",
      ["b24.geography"] = "US",
    },
    expect = "out-of-scope" },
  { "no users, nobody to ask about", without = { "u22", "u23", "u24", "b22", "b23", "b24", "de", "es", "fr" }, expect = "not-applicable" },
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
  { "on its first day it is not", as_of = "2023-05-02", set = { ["de.from"] = "2022-12-31", ["es.from"] = "2022-12-31",
    ["fr.from"] = "2022-12-31" },
    add = {
      financials = {
        row("t20", "revenue", eur(8e9), "2020-12-31"), row("u20", "users", 50e6, "2020-12-31"),
          row("b20", "business-users", 20000, "2020-12-31"),
        row("t21", "revenue", eur(8e9), "2021-12-31"), row("u21", "users", 50e6, "2021-12-31"),
          row("b21", "business-users", 20000, "2021-12-31"),
      },
    },
    expect = "flagged" },
  { "where the geography of u22 is unknown, it is open whether users of the firm in the Union are on file",
    set = {
      ["u22.geography"] = null,
      ["u23.geography"] = "US",
      ["u24.geography"] = "US",
      ["b24.geography"] = "US",
      ["b23.geography"] = "US",
      ["b22.geography"] = "US",
    },
    expect = "cannot-tell",
    needs = { "u22.geography" } },
  { "where it is not known what giant does, it is open whether it provides a core platform service",
    set = { ["giant.activities"] = null }, expect = "cannot-tell", needs = { "giant.activities" } },
  { "cloud computing is one", set = { ["giant.activities"] = { "cloud-provider" } }, expect = "flagged" },
  { "software alone says nothing of it", set = { ["giant.activities"] = { "software" } }, expect = "cannot-tell",
    needs = { "whether there is any activity with does x-core-platform-service, entity giant" } },
  { "where all that giant does is on file, and none of it is one, it is out of scope",
    set = { ["giant.activities"] = { "software" } }, complete = { { kind = "activity", entity = "giant" } }, expect = "out-of-scope" },
}
