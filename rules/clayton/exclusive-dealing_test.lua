local contracts = require "exclusive_contracts_test"

return contracts.with({
  rule = "clayton/exclusive-dealing",
  facts = contracts.facts(60, "goods"),

  { "long contracts that close half of the market for goods are flagged", expect = "flagged", open = 2,
    subject = { seller = "seller", market = "m" }, figures = { bound_share = 50, duration = 36 } },
  { "40 % closed is enough", set = { ["hospital-share.percent"] = 10 }, expect = "flagged", figures = { bound_share = 40 } },
  { "less is clear", set = { ["hospital-share.percent"] = 9.9 }, expect = "clear" },
  { "a range that straddles the line cannot tell",
    set = { ["hospital-share.percent"] = { min = 5, max = 15 } }, expect = "cannot-tell",
    needs = { "hospital-share.percent" } },
  { "a seller without a share binds its buyers all the same", without = { "seller-share" }, expect = "flagged",
    subject = { seller = "seller", market = "m" }, figures = { bound_share = 50 } },
  { "cloud services are no goods, whatever the file leaves out",
    set = { ["m.product"] = "cloud-infrastructure" }, unset = { "m.nature" }, expect = "out-of-scope" },
  { "an API is no good", set = { ["m.product"] = "enterprise-llm-api" }, unset = { "m.nature" }, expect = "out-of-scope" },
  { "a market for cloud services that says it sells goods sells them", set = { ["m.product"] = "cloud-infrastructure" },
    expect = "flagged" },
  { "one for accelerators that says it sells rights sells no goods",
    set = { ["m.product"] = "ai-accelerators", ["m.nature"] = "rights" }, expect = "out-of-scope" },
  { "where it is open what such a market sells, its product's word tells nothing",
    set = { ["m.product"] = "ai-accelerators", ["m.nature"] = null }, expect = "cannot-tell", needs = { "m.nature" } },
  { "accelerators are goods", set = { ["m.product"] = "ai-accelerators" }, unset = { "m.nature" }, expect = "flagged" },
}, { contracts.notice(), contracts.natures { goods = "flagged", services = "out-of-scope", rights = "out-of-scope" } })
