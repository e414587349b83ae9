local monopolist = require "monopolist_test"

return monopolist.with {
  rule = "sherman/attempted-monopolization",
  cannot_be = {
    { "applies 1", "false", "each subject is proposed by a share of the firm in the market" },
  },
  facts = monopolist.facts(),

  { "a large share with exclusive contracts is flagged", expect = "flagged", open = 2, figures = { share = 90 },
    subject = { firm = "firm", market = "m" } },
  { "a share at the line is clear", set = { ["firm-share.percent"] = 50 }, expect = "clear" },
  { "a share just above is flagged", set = { ["firm-share.percent"] = 50.1 }, expect = "flagged" },
  { "a share just below is clear", set = { ["firm-share.percent"] = 49.9 }, expect = "clear" },
}
