return {
  rule = "uk/material-influence",
  facts = {
    as_of = "2019-12-31",
    entities = {
      { id = "giant", activities = { "cloud-provider", "software" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "anna", form = "person" },
    },
    investments = {
      {
        id = "money", investor = "giant", target = "lab", amount = { value = 1e9, currency = "USD" },
        instrument = "profit-interest", status = "committed", from = "2019-07-22",
      },
    },
    holdings = { { id = "held", holder = "giant", entity = "lab", stake = null, votes = 0, control = "none", from = "2019-07-22" } },
    agreements = {
      { id = "hosting", type = "exclusivity", holder = "giant", grantor = "lab", scope = { "hosting", "training" }, from = "2019-07-22" },
    },
  },

  { "the shape of Microsoft and OpenAI in 2019 is flagged: money and exclusive computing", expect = "flagged", open = 1 },
  { "the shape of Alphabet and Anthropic in November 2024 is clear: shares without votes, consultation, computing that others give too",
    as_of = "2024-11-19",
    without = { "hosting" }, set = { ["held.stake"] = { min = 10, max = 15 } },
    add = {
      agreements = {
        { type = "consultation", holder = "giant", grantor = "lab", from = "2023-10-27" },
        { type = "supply", holder = "lab", grantor = "giant", scope = "hosting", exclusive = false, from = "2023-10-27" },
        { type = "exclusivity", holder = "giant", grantor = "lab", scope = "hosting", degree = "preferred", from = "2023-02-03" },
      },
    },
    expect = "clear" },
  { "the shape of Microsoft and Mistral in May 2024 is clear: under 1 %, distribution and computing",
    as_of = "2024-05-17", without = { "hosting" },
    set = {
      ["money.amount"] = { value = 15e6, currency = "EUR" }, ["held.stake"] = { min = 0, max = 1 }, ["held.votes"] = { min = 0, max = 1 },
    },
    add = {
      agreements = {
        { type = "supply", holder = "lab", grantor = "giant", scope = { "hosting", "training" }, exclusive = false, from = "2024-02-26" },
        { type = "supply", holder = "giant", grantor = "lab", scope = { "api", "models" }, exclusive = false, from = "2024-02-26" },
      },
    },
    expect = "clear" },
  { "15 % of the votes and a right to be consulted are flagged",
    without = { "hosting" }, set = { ["held.votes"] = 15 },
    add = { agreements = { { type = "consultation", holder = "giant", grantor = "lab", from = "2019-07-22" } } }, expect = "flagged" },
  { "14.9 % and a right to be consulted are clear",
    without = { "hosting" }, set = { ["held.votes"] = 14.9 },
    add = { agreements = { { type = "consultation", holder = "giant", grantor = "lab", from = "2019-07-22" } } }, expect = "clear" },
  { "15 % alone are clear", without = { "hosting" }, set = { ["held.votes"] = 15 }, expect = "clear" },
  { "25 % alone are clear", without = { "hosting" }, set = { ["held.votes"] = 25 }, expect = "clear" },
  { "more than 25 % alone are flagged", without = { "hosting" }, set = { ["held.votes"] = 25.1 }, expect = "flagged" },
  { "an observer is a strong factor",
    without = { "hosting" },
    add = { positions = { { person = "anna", entity = "lab", role = "observer", appointed_by = "giant", from = "2019-08-01" } } },
    expect = "flagged" },
  { "unknown votes cannot tell",
    without = { "hosting" }, set = { ["held.votes"] = null }, expect = "cannot-tell", needs = { "held.votes" } },
  { "a founder is no enterprise",
    set = { ["held.holder"] = "anna", ["held.votes"] = 46, ["money.investor"] = "anna", ["hosting.holder"] = "giant" },
    expect = "out-of-scope" },
  { "who has put nothing in is out of scope", without = { "money", "held" }, expect = "out-of-scope" },
  { "an investment that was found to be one only is rebutted",
    add = { observations = { { about = { "giant", "lab" }, says = "investment-only", strength = "strong" } } }, expect = "rebutted" },
}
