return {
  rule = "eu/non-compete-too-long",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } }, { id = "lab", activities = { "ai-developer" } },
      { id = "other", activities = { "cloud-provider" } },
    },
    agreements = {
      { id = "supply", type = "supply", holder = "lab", grantor = "cloudco", scope = "hosting" },
      {
        id = "bond", type = "exclusivity", holder = "cloudco", grantor = "lab", scope = "hosting", percent = 100,
        from = "2023-01-01", to = "2028-06-30",
      },
    },
  },

  { "an exclusive purchase for five years and a half is flagged", expect = "flagged", open = 1 },
  { "five years to the day are exempt", set = { ["bond.to"] = "2027-12-31" }, expect = "clear" },
  { "a day more is not", set = { ["bond.to"] = "2028-01-31" }, expect = "flagged" },
  { "no end is flagged", unset = { "bond.to" }, expect = "flagged" },
  { "80 % of purchases is no non-compete", set = { ["bond.percent"] = 80 }, expect = "clear" },
  { "81 % is", set = { ["bond.percent"] = 81 }, expect = "flagged" },
  { "an unknown part cannot tell", set = { ["bond.percent"] = null }, expect = "cannot-tell", needs = { "bond.percent" } },
  { "an unknown end cannot tell", set = { ["bond.to"] = null }, expect = "cannot-tell", needs = { "bond.to" } },
  { "a spending commitment of 90 % without end is flagged",
    without = { "bond" },
    add = { agreements = { { type = "spend-commitment", holder = "cloudco", grantor = "lab", percent = 90 } } }, expect = "flagged" },
  { "a spending commitment beside others is out of scope",
    without = { "bond" },
    add = {
      agreements = {
        { type = "spend-commitment", holder = "cloudco", grantor = "lab" },
        { type = "spend-commitment", holder = "other", grantor = "lab" },
      },
    },
    expect = "out-of-scope" },
  { "an exclusive outlet is no duty to buy", set = { ["bond.scope"] = "api" }, expect = "out-of-scope" },
  { "a duty without the supply that it goes with cannot tell", without = { "supply" }, expect = "cannot-tell",
    needs = { "whether there is any agreement with type supply" } },
  { "where all agreements are on file, a holder that supplies nothing is out of scope",
    without = { "supply" }, complete = { { kind = "agreement" } }, expect = "out-of-scope" },
  { "notice of a month rebuts", set = { ["bond.notice"] = 30 }, expect = "rebutted" },
  { "before the regulation is out of scope", as_of = "2022-05-31", set = { ["bond.from"] = "2020-01-01" }, expect = "out-of-scope" },
  { "on its first day it is not", as_of = "2022-06-01", set = { ["bond.from"] = "2020-01-01" }, expect = "flagged" },
  { "where it is not known whether supply has ended, it is open whether the holder supplies the grantor",
    set = { ["supply.to"] = null }, expect = "cannot-tell", needs = { "supply.to" } },
  { "notice of two years does not rebut", set = { ["bond.notice"] = 730 }, expect = "flagged", open = 0 },
}
