local function row(id, market, entity, percent)
  return { id = id, market = market, entity = entity, percent = percent, from = "2023-12-31" }
end

return {
  rule = "eu/non-horizontal-screen",
  facts = {
    entities = {
      { id = "chips" }, { id = "cloud" }, { id = "c1" }, { id = "c2" }, { id = "c3" }, { id = "c4" }, { id = "c5" },
      { id = "d1" }, { id = "d2" }, { id = "d3" }, { id = "d4" }, { id = "d5" },
    },
    markets = {
      { id = "up", product = "ai-accelerators", geography = "worldwide", table = "complete", input_to = { "down" } },
      { id = "down", product = "cloud-infrastructure", geography = "worldwide", table = "complete" },
    },
    transactions = {
      { id = "deal", acquirer = "cloud", target = "chips", type = "acquisition", status = "announced", from = "2024-06-01" },
    },
    shares = {
      row("u0", "up", "chips", 20), row("u1", "up", "c1", 20), row("u2", "up", "c2", 20), row("u3", "up", "c3", 20),
        row("u4", "up", "c4", 20),
      row("v0", "down", "cloud", 10), row("v1", "down", "d1", 18), row("v2", "down", "d2", 18), row("v3", "down", "d3", 18),
      row("v4", "down", "d4", 18), row("v5", "down", "d5", 18),
    },
  },

  { "an HHI of 2,000 upstream is at the line", expect = "flagged", open = 2, figures = { upstream = 20, downstream = 10 } },
  { "an HHI just below and small shares are clear",
    set = { ["u0.percent"] = 19, ["u4.percent"] = 18 }, add = { shares = { row("u5", "up", "c5", 3) } }, expect = "clear" },
  { "30 % upstream is flagged",
    set = { ["u0.percent"] = 30, ["u1.percent"] = 18, ["u2.percent"] = 18, ["u3.percent"] = 17, ["u4.percent"] = 17 },
      expect = "flagged" },
  { "30 % downstream is flagged",
    set = { ["u0.percent"] = 19, ["u4.percent"] = 18, ["v0.percent"] = 30, ["v1.percent"] = 14, ["v2.percent"] = 14,
      ["v3.percent"] = 14, ["v4.percent"] = 14, ["v5.percent"] = 14 },
    add = { shares = { row("u5", "up", "c5", 3) } }, expect = "flagged" },
  { "29.9 % with a low HHI is clear",
    set = { ["u0.percent"] = 19, ["u4.percent"] = 18, ["v0.percent"] = 29.9, ["v1.percent"] = 14.1, ["v2.percent"] = 14,
      ["v3.percent"] = 14, ["v4.percent"] = 14, ["v5.percent"] = 14 },
    add = { shares = { row("u5", "up", "c5", 3) } }, expect = "clear" },
  { "an unknown share cannot tell",
    set = {
      ["up.table"] = "partial", ["u0.percent"] = null, ["u1.percent"] = 10, ["u2.percent"] = 10, ["u3.percent"] = 10, ["u4.percent"] = 10,
    },
    expect = "cannot-tell", needs = { "u0.percent" } },
  { "markets that do not feed each other give nobody to ask about", unset = { "up.input_to" }, expect = "not-applicable" },
  { "a customer that does not sell downstream is out of scope", without = { "v0" }, expect = "out-of-scope" },
  { "a stake is out of scope", set = { ["deal.type"] = "partial" }, expect = "out-of-scope" },
  { "a substitute for the input rebuts",
    add = { observations = { { about = "up", says = "substitute", strength = "moderate" } } }, expect = "rebutted" },
  { "before 18 October 2008 is out of scope",
    set = { ["deal.from"] = "2008-10-01", ["deal.status"] = "closed", ["deal.closed"] = "2008-10-17" }, expect = "out-of-scope" },
  { "where every observation is on file, it is not so that others will enter the fed in time and in size",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the supplier and the customer combine",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where the measure of up is unknown, it is open whether the supplier is on file as a supplier of the market",
    set = { ["up.measure"] = null }, expect = "cannot-tell", needs = { "up.measure" } },
  { "where the measure of down is unknown, it is open whether the customer is on file as a supplier of the fed",
    set = { ["down.measure"] = null }, expect = "cannot-tell", needs = { "down.measure" } },
  { "entry into the fed market rebuts",
    add = { observations = { { about = "down", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
}
