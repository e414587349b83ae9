return {
  rule = "de/share-steps",
  facts = {
    entities = {
      { id = "giant", activities = { "investor" } }, { id = "firm", activities = { "software" } }, { id = "anna", form = "person" },
    },
    holdings = {
      { id = "before", holder = "giant", entity = "firm", stake = 20, votes = 20, control = "none",
        from = "2020-01-01", to = "2023-12-31" },
      { id = "now", holder = "giant", entity = "firm", stake = 25, votes = 25, control = "none", from = "2024-01-01" },
    },
  },

  { "from 20 to 25 % is flagged", expect = "flagged", figures = { stake = 25, stake_before = 20 } },
  { "24.9 % does not reach it", set = { ["now.stake"] = 24.9, ["now.votes"] = 24.9 }, expect = "clear" },
  { "from 25 to 49.9 % passes no step",
    set = { ["before.stake"] = 25, ["before.votes"] = 25, ["now.stake"] = 49.9, ["now.votes"] = 49.9 }, expect = "clear" },
  { "from 25 to 50 % is a second concentration",
    set = { ["before.stake"] = 25, ["before.votes"] = 25, ["now.stake"] = 50, ["now.votes"] = 50 }, expect = "flagged" },
  { "capital alone is enough", set = { ["now.votes"] = 20 }, expect = "flagged" },
  { "votes alone are enough", set = { ["now.stake"] = 20 }, expect = "flagged" },
  { "from nothing to 30 % is flagged", without = { "before" }, set = { ["now.stake"] = 30, ["now.votes"] = 30 }, expect = "flagged" },
  { "an unknown stake cannot tell", set = { ["now.stake"] = null, ["now.votes"] = 20 }, expect = "cannot-tell", needs = { "now.stake" } },
  { "an unknown earlier stake cannot tell",
    set = { ["before.stake"] = null, ["before.votes"] = null }, expect = "cannot-tell", needs = { "before.stake" } },
  { "control of the whole is flagged", set = { ["now.stake"] = 100, ["now.votes"] = 100, ["now.control"] = "sole" }, expect = "flagged" },
  { "a founder is no undertaking", set = { ["before.holder"] = "anna", ["now.holder"] = "anna" }, expect = "out-of-scope" },
  { "a holding of always reached nothing", without = { "before" }, unset = { "now.from" }, expect = "out-of-scope" },
  { "where it is not known what giant does, it is open whether the holder carries on a business",
    set = { ["giant.activities"] = null }, expect = "cannot-tell", needs = { "giant.activities" } },
  { "where it is not known whether now has ended, it is open whether the holder has held shares of the firm since a day",
    set = { ["now.to"] = null }, expect = "cannot-tell", needs = { "now.to" } },
}
