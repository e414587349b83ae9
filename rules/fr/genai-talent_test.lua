return {
  rule = "fr/genai-talent",
  facts = {
    as_of = "2024-12-01",
    entities = { { id = "giant", activities = { "software" } }, { id = "lab", activities = { "ai-developer" } } },
    transactions = {
      { id = "hire", acquirer = "giant", target = "lab", type = "acqui-hire", status = "closed", from = "2024-03-19",
        closed = "2024-03-19" },
    },
  },

  { "a team hired away is flagged", expect = "flagged" },
  { "an agreement not to hire is flagged",
    without = { "hire" }, add = { agreements = { { type = "x-no-poach", holder = "giant", grantor = "lab" } } }, expect = "flagged" },
  { "an exchange of staff takes nobody, and is clear",
    without = { "hire" }, add = { agreements = { { type = "staff-exchange", holder = "giant", grantor = "lab" } } }, expect = "clear" },
  { "an unknown kind of deal cannot tell", set = { ["hire.type"] = null }, expect = "cannot-tell", needs = { "hire.type" } },
  { "unknown activities cannot tell", set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "firms that do not develop AI are out of scope", set = { ["lab.activities"] = { "retailer" } }, expect = "out-of-scope" },
  { "neither people nor money, nobody to ask about", without = { "hire" }, expect = "not-applicable" },
}
