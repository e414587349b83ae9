local function found(strength)
  return { observations = { { about = { "giant", "lab" }, says = "influence", strength = strength, to = "2023-12-31" } } }
end

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
  { "1 % before was no influence", set = { ["before.votes"] = 1, ["before.stake"] = 1 }, expect = "out-of-scope" },
  { "more than a quarter of the votes was", set = { ["before.votes"] = 25.1 }, expect = "flagged" },
  { "so was it where nobody wrote down who controls", unset = { "before.control" }, set = { ["before.votes"] = 25.1 },
    expect = "flagged" },
  { "of 25 % it depends: nobody has said what was found", set = { ["before.votes"] = 25 }, expect = "cannot-tell",
    needs = { "whether there is any observation with says influence, about giant, about lab" } },
  { "so it does of 15 %", set = { ["before.votes"] = 15 }, expect = "cannot-tell" },
  { "where every observation is on file there was none", set = { ["before.votes"] = 15 }, complete = { { kind = "observation" } },
    expect = "out-of-scope" },
  { "14.9 % alone give no reason to look", set = { ["before.votes"] = 14.9 }, expect = "out-of-scope" },
  { "a seat does", set = { ["before.votes"] = 14.9 },
    add = { positions = { { person = "anna", entity = "lab", role = "director", appointed_by = "giant" } } }, expect = "cannot-tell" },
  { "influence that was found counts however few the votes", set = { ["before.votes"] = 1 }, add = found "strong", expect = "flagged" },
  { "what a party says of itself does not", set = { ["before.votes"] = 1 }, add = found "weak", expect = "out-of-scope" },
  { "unknown earlier votes cannot tell", set = { ["before.votes"] = null }, expect = "cannot-tell", needs = { "before.votes" } },
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
