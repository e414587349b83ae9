return {
  as_of = "2025-01-24",
  entities = { { id = "buyer" }, { id = "seller" }, { id = "unit" } },
  markets = { { id = "m", product = "databases" } },
  holdings = {
    { holder = "seller", entity = "unit", control = "sole", from = "2022-01-01", to = "2025-01-19" },
    { holder = "buyer", entity = "unit", control = "sole", from = "2025-01-20" },
  },
  shares = { { id = "s", market = "m", entity = "seller", percent = 30, from = "2019-06-30" } },
  transactions = {
    {
      acquirer = "buyer", target = "unit", type = "acquisition", status = "closed", from = "2025-01-10", closed = "2025-01-20",
    },
  },
}
