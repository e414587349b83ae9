local contracts = require "exclusive_contracts_test"

return contracts.with({
  rule = "sherman/exclusive-services",
  facts = contracts.facts(60, "services"),

  { "long contracts that close half of the market for services are flagged", expect = "flagged", open = 2,
    subject = { seller = "seller", market = "m" }, figures = { share = 60, bound_share = 50, duration = 36 } },
  { "40 % closed is enough", set = { ["hospital-share.percent"] = 10 }, expect = "flagged", figures = { bound_share = 40 } },
  { "less is clear", set = { ["hospital-share.percent"] = 9.9 }, expect = "clear" },
  { "a range that straddles the line cannot tell",
    set = { ["hospital-share.percent"] = { min = 5, max = 15 } }, expect = "cannot-tell",
    needs = { "hospital-share.percent" } },
  { "a seller with 30 % has no market power", set = { ["seller-share.percent"] = 30 }, expect = "clear" },
  { "one with a little more may have it", set = { ["seller-share.percent"] = 30.1 }, expect = "flagged" },
  { "a share that straddles the line cannot tell",
    set = { ["seller-share.percent"] = { min = 25, max = 35 } }, expect = "cannot-tell", needs = { "seller-share.percent" } },
  { "a seller whose share is on file nowhere may have market power", without = { "seller-share" }, expect = "cannot-tell" },
  { "market power that has been found needs no share", set = { ["seller-share.percent"] = null },
    add = { observations = { { about = "seller", says = "market-power", strength = "strong" } } }, expect = "flagged" },
  { "a monopolist's contracts are an agreement all the same", set = { ["seller-share.percent"] = 90 }, expect = "flagged" },
  { "cloud services are services, whatever the file leaves out",
    set = { ["m.product"] = "cloud-infrastructure" }, unset = { "m.nature" }, expect = "flagged" },
  { "a market for cloud services that says it sells goods sells no services",
    set = { ["m.product"] = "cloud-infrastructure", ["m.nature"] = "goods" }, expect = "out-of-scope" },
  { "one for accelerators that says it sells rights sells them", set = { ["m.product"] = "ai-accelerators", ["m.nature"] = "rights" },
    expect = "flagged" },
  { "accelerators are goods", set = { ["m.product"] = "ai-accelerators" }, unset = { "m.nature" }, expect = "out-of-scope" },
}, { contracts.notice(), contracts.natures { goods = "out-of-scope", services = "flagged", rights = "flagged" } })
