local contracts = require "exclusive_contracts_test"

return contracts.with {
  rule = "sherman/exclusive-dealing",
  facts = contracts.facts(75, "goods"),

  { "long contracts of a monopolist that close half of the market are flagged", expect = "flagged", open = 2,
    subject = { seller = "seller", market = "m" }, figures = { bound_share = 50, duration = 36 } },
  { "30 % closed is enough", set = { ["hospital-share.percent"] = 0 }, expect = "flagged", figures = { bound_share = 30 } },
  { "less is clear", set = { ["clinic-share.percent"] = 9.9 }, expect = "clear" },
  { "a range that straddles the line cannot tell",
    set = { ["clinic-share.percent"] = { min = 5, max = 15 } }, expect = "cannot-tell",
    needs = { "clinic-share.percent" } },
  { "a share at 70 % counts", set = { ["seller-share.percent"] = 70 }, expect = "flagged", figures = { share = 70 } },
  { "a share just below is clear", set = { ["seller-share.percent"] = 69.9 }, expect = "clear" },
  { "a share that straddles the line cannot tell",
    set = { ["seller-share.percent"] = { min = 65, max = 75 } }, expect = "cannot-tell",
    needs = { "seller-share.percent" } },
  { "a seller whose share is on file nowhere may have it", without = { "seller-share" }, expect = "cannot-tell" },
  { "services count here", set = { ["m.nature"] = "services" }, expect = "flagged" },
  { "what is sold need not be known", unset = { "m.nature" }, expect = "flagged" },
  { "that customers may leave at will rebuts nothing where they have been bound for years",
    set = { ["one.notice"] = 0, ["two.notice"] = 0 }, expect = "flagged", open = 2 },
}
