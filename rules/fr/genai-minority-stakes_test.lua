return {
  rule = "fr/genai-minority-stakes",
  facts = {
    entities = {
      { id = "giant", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "rival", activities = { "ai-developer" } }, { id = "anna", form = "person" },
    },
    investments = {
      {
        id = "money", investor = "giant", target = "lab", amount = { value = 1e9, currency = "USD" }, instrument = "equity",
        status = "paid", from = "2024-01-01",
      },
    },
  },

  { "a billion is flagged", expect = "flagged", open = 1, figures = { invested = 1e9 } },
  { "less is clear", set = { ["money.amount"] = { value = 15e6, currency = "USD" } }, expect = "clear" },
  { "less with an observer is flagged",
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } },
    add = { positions = { { person = "anna", entity = "lab", role = "observer", appointed_by = "giant" } } }, expect = "flagged" },
  { "less beside a billion in a rival is flagged",
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } },
    add = {
      investments = {
        { investor = "giant", target = "rival", amount = { value = 2e9, currency = "USD" }, instrument = "equity", status = "paid",
          from = "2024-01-01" },
      },
    },
    subject = { investor = "giant", developer = "lab" }, expect = "flagged" },
  { "less beside a billion in what the two control together is clear", subject = { investor = "giant", developer = "lab" },
    set = { ["money.amount"] = { value = 15e6, currency = "USD" } },
    add = {
      holdings = {
        { holder = "giant", entity = "rival", stake = 50, votes = 50, control = "joint" },
        { holder = "lab", entity = "rival", stake = 50, votes = 50, control = "joint" },
      },
      investments = {
        { investor = "giant", target = "rival", amount = { value = 2e9, currency = "USD" }, instrument = "equity", status = "paid",
          from = "2024-01-01" },
      },
    },
    expect = "clear" },
  { "10 % is flagged", without = { "money" }, add = { holdings = { { holder = "giant", entity = "lab", stake = 10, votes = 0 } } },
    expect = "flagged" },
  { "9 % is clear", without = { "money" }, add = { holdings = { { holder = "giant", entity = "lab", stake = 9, votes = 0 } } },
    expect = "clear" },
  { "an unknown sum cannot tell", set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "a fund is no large digital group", set = { ["giant.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "announced money is no interest", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "an investment that was found to be one only is rebutted",
    add = { observations = { { about = { "giant", "lab" }, says = "investment-only", strength = "strong" } } }, expect = "rebutted" },
  { "where the status of money is unknown, it is open whether the investor has an interest in the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where it is not known what giant does, it is open whether the investor sells computing or chips",
    set = { ["giant.activities"] = null }, expect = "cannot-tell", needs = { "giant.activities" } },
  { "where every observation is on file, it is not so that the investor only invests in the developer and does not influence it",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
}
