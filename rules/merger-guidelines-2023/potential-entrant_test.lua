local entrant = require "coming_entrant_test"

return entrant.with({
  rule = "merger-guidelines-2023/potential-entrant",
  facts = entrant.facts(),

  { "an HHI of 1,800 is not enough",
    expect = "clear", figures = { hhi = 1800 }, subject = { buyer = "buyer", target = "target", market = "m" } },
  { "an HHI just above is flagged, and a failing target is open",
    set = { ["top-share.percent"] = 30.01, ["r5-share.percent"] = 9.99 }, expect = "flagged", open = 1 },
  { "an HHI just below is clear",
    set = { ["top-share.percent"] = 29.99, ["r5-share.percent"] = 10.01 }, expect = "clear" },
  { "where the type of deal is unknown, it is open whether the buyer takes over the target, or its team",
    set = { ["deal.type"] = null }, expect = "clear" },
  { "where every observation is on file, it is not so that the target is failing: it cannot meet its obligations soon",
    set = { ["r5-share.percent"] = 9.99, ["top-share.percent"] = 30.01 },
    complete = { { kind = "observation" } },
    expect = "flagged" },
}, 36, 4)
