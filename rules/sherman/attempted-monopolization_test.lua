local monopolist = require "monopolist_test"

return monopolist.with {
  rule = "sherman/attempted-monopolization",
  cannot_be = {
    { "applies 1", "false", "each subject is proposed by a share of the firm in the market" },
  },
  facts = monopolist.facts(60),

  { "a share in the grey zone with exclusive contracts is flagged", expect = "flagged", open = 2, figures = { share = 60 },
    subject = { firm = "firm", market = "m" } },
  { "a share at the line is clear", set = { ["firm-share.percent"] = 50 }, expect = "clear" },
  { "a share just above is flagged", set = { ["firm-share.percent"] = 50.1 }, expect = "flagged" },
  { "a share just below is clear", set = { ["firm-share.percent"] = 49.9 }, expect = "clear" },
  { "from 70 % on the same facts are flagged as the completed offence", set = { ["firm-share.percent"] = 70 },
    expect = "out-of-scope" },
  { "just below it they are an attempt", set = { ["firm-share.percent"] = 69.9 }, expect = "flagged" },
  { "a share that straddles it cannot tell which of the two",
    set = { ["firm-share.percent"] = { min = 60, max = 80 } }, expect = "cannot-tell", needs = { "firm-share.percent" } },
}
