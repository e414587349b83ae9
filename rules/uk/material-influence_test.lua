--- Another who holds votes of the lab.
local function rival(votes)
  return {
    holdings = { { holder = "other", entity = "lab", votes = votes, from = "2019-07-22" } }, entities = { { id = "other" } },
  }
end

--- What was found of the two, and what else is added.
local function found(strength, says, more)
  local add = more or {}
  add.observations = add.observations or {}
  table.insert(add.observations, { about = { "giant", "lab" }, says = says, strength = strength })
  return add
end

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
  { "15 % alone, where another has more, the CMA may look at: it cannot tell",
    without = { "hosting" }, set = { ["held.votes"] = 15 }, add = rival(16), expect = "cannot-tell",
    subject = { investor = "giant", firm = "lab" } },
  { "so it is of 25 %",
    without = { "hosting" }, set = { ["held.votes"] = 25 }, add = rival(26), expect = "cannot-tell",
    subject = { investor = "giant", firm = "lab" } },
  { "14.9 % alone it need not look at",
    without = { "hosting" }, set = { ["held.votes"] = 14.9 }, add = rival(16), expect = "clear",
    subject = { investor = "giant", firm = "lab" } },
  { "15 % alone are clear where every finding is on file and there is none",
    without = { "hosting" }, set = { ["held.votes"] = 15 }, add = rival(16), complete = { { kind = "observation" } },
    expect = "clear", subject = { investor = "giant", firm = "lab" } },
  { "15 % alone are clear where it was found to be an investment only",
    without = { "hosting" }, set = { ["held.votes"] = 15 }, add = found("strong", "investment-only", rival(16)),
    expect = "clear", subject = { investor = "giant", firm = "lab" } },
  { "influence that was found is flagged without votes and without a factor",
    without = { "hosting" }, add = found("moderate", "influence"), expect = "flagged" },
  { "what a party says of itself is no finding", without = { "hosting" }, add = found("weak", "influence"), expect = "clear" },
  { "where it was found both ways, it cannot tell",
    without = { "hosting" }, add = found("strong", "influence", found("strong", "investment-only")), expect = "cannot-tell" },
  { "of a strong factor that leaves open whether it is rebutted",
    add = found("strong", "influence", found("strong", "investment-only")), expect = "flagged", open = 1 },
  { "15 % of the largest holder are flagged: the rest is spread",
    without = { "hosting" }, set = { ["held.votes"] = 15, ["held.control"] = "joint" },
    add = { holdings = { { holder = "other", entity = "lab", votes = 14, from = "2019-07-22" } }, entities = { { id = "other" } } },
    complete = { { kind = "holding" } }, expect = "flagged", subject = { investor = "giant", firm = "lab" } },
  { "15 % where nobody knows who has the rest cannot tell",
    without = { "hosting" }, set = { ["held.votes"] = 15, ["held.control"] = "joint" }, expect = "cannot-tell" },
  { "the sole right to name the board is a strong factor, as that of the foundation with 26 % of OpenAI",
    without = { "hosting" },
    add = {
      agreements = {
        { id = "names", type = "board-appointment", holder = "giant", grantor = "lab", exclusive = true, from = "2019-07-22" },
      },
    },
    expect = "flagged" },
  { "a right to name some directors is none",
    without = { "hosting" },
    add = {
      agreements = {
        { id = "names", type = "board-appointment", holder = "giant", grantor = "lab", exclusive = false, from = "2019-07-22" },
      },
    },
    expect = "clear" },
  { "where it is unknown whether others name directors too, it cannot tell",
    without = { "hosting" },
    add = {
      agreements = {
        { id = "names", type = "board-appointment", holder = "giant", grantor = "lab", exclusive = null, from = "2019-07-22" },
      },
    },
    expect = "cannot-tell", needs = { "names.exclusive" } },
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
  { "where it is not known what giant does, it is open whether the investor carries on a business",
    set = { ["giant.activities"] = null }, expect = "cannot-tell", needs = { "giant.activities" } },
  { "where every observation is on file, it is not so that it has been found that the investor only invests in the firm",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab holds a part of anna (stake 12, to unknown), it is open whether the investor has an interest in the firm",
    add = { holdings = { { holder = "lab", entity = "anna", stake = 12, to = null } } }, expect = "flagged" },
}
