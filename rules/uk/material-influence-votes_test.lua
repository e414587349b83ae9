return {
  rule = "uk/material-influence-votes",
  facts = {
    as_of = "2025-10-27",
    entities = {
      { id = "giant", activities = { "investor" } }, { id = "firm", activities = { "software" } }, { id = "anna", form = "person" },
      { id = "parent", activities = { "investor" } },
    },
    holdings = { { id = "held", holder = "giant", entity = "firm", stake = 30, votes = 25.1, control = "none" } },
  },

  { "more than a quarter of the votes is flagged", expect = "flagged", open = 2, figures = { votes = 25.1 } },
  { "a quarter is not more", set = { ["held.votes"] = 25 }, expect = "clear" },
  { "unknown votes cannot tell", set = { ["held.votes"] = null }, expect = "cannot-tell", needs = { "held.votes" } },
  { "from 28 October 2025 the presumption is gone", as_of = "2025-10-28", expect = "out-of-scope" },
  { "a founder is no enterprise", set = { ["held.holder"] = "anna" }, expect = "out-of-scope" },
  { "another who controls the firm alone rebuts",
    add = { holdings = { { holder = "parent", entity = "firm", stake = 60, votes = 60, control = "sole" } } }, expect = "rebutted" },
  { "a subsidiary is out of scope",
    set = { ["held.votes"] = 60, ["held.control"] = "sole" }, expect = "out-of-scope" },
}
