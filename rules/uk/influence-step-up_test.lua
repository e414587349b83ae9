return {
  rule = "uk/influence-step-up",
  facts = {
    as_of = "2025-03-05",
    entities = {
      { id = "giant", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "anna", form = "person" }, { id = "ben", form = "person" },
    },
    holdings = {
      { id = "before", holder = "giant", entity = "lab", stake = 40, votes = 40, control = "none",
        from = "2019-07-22", to = "2024-12-31" },
      { id = "now", holder = "giant", entity = "lab", stake = 60, votes = 60, control = "sole", from = "2025-01-01" },
    },
  },

  { "influence that became control is flagged", expect = "flagged" },
  { "the shape of Microsoft and OpenAI in March 2025 is clear: influence since 2019, no control",
    without = { "before" }, set = { ["now.control"] = "none", ["now.stake"] = null, ["now.votes"] = null, ["now.from"] = "2019-07-22" },
    expect = "clear" },
  { "votes past half are a step", unset = { "now.control" }, expect = "flagged" },
  { "half of the votes are none", unset = { "now.control" }, set = { ["now.votes"] = 50 }, expect = "clear" },
  { "unknown votes cannot tell", unset = { "now.control" }, set = { ["now.votes"] = null }, expect = "cannot-tell",
    needs = { "now.votes" } },
  { "joint control that became sole is flagged", set = { ["before.control"] = "joint" }, expect = "flagged" },
  { "control from the first day is no step", without = { "before" }, expect = "out-of-scope" },
  { "two of two directors are a step",
    set = { ["now.control"] = "none", ["now.votes"] = 40 },
    add = {
      positions = {
        { person = "anna", entity = "lab", role = "director", appointed_by = "giant" },
        { person = "ben", entity = "lab", role = "director", appointed_by = "giant" },
      },
    },
    expect = "flagged" },
  { "where the control of before is unknown, it is open whether the investor held shares of the firm before without control of its",
    set = { ["before.control"] = null }, expect = "cannot-tell", needs = { "before.control" } },
  { "where it is not known what giant does, it is open whether the investor carries on a business",
    set = { ["now.votes"] = 50, ["giant.activities"] = null }, unset = { "now.control" }, expect = "clear" },
  { "where ben holds a part of lab (stake 3), it is not so that the investor carries on a business",
    add = { holdings = { { holder = "ben", entity = "lab", stake = 3 } } }, expect = "flagged" },
}
