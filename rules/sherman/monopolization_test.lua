local monopolist = require "monopolist_test"

return monopolist.with {
  rule = "sherman/monopolization",
  cannot_be = {
    { "applies 1", "false", "each subject is proposed by a share of the firm in the market" },
  },
  facts = monopolist.facts(90),

  { "a large share with exclusive contracts is flagged", expect = "flagged", open = 2, figures = { share = 90 },
    subject = { firm = "firm", market = "m" } },
  { "a share at the line is flagged", set = { ["firm-share.percent"] = 70 }, expect = "flagged" },
  { "a share just above is flagged", set = { ["firm-share.percent"] = 70.1 }, expect = "flagged" },
  { "a share just below is clear", set = { ["firm-share.percent"] = 69.9 }, expect = "clear" },
  { "a share in the grey zone is clear", set = { ["firm-share.percent"] = 62 }, expect = "clear" },
}
