local usd = require "money_test".usd

--- One agreement more, between the cloud provider and the lab unless it says otherwise.
local function also_agreed(agreement)
  agreement.holder, agreement.grantor = agreement.holder or "cloudco", agreement.grantor or "lab"
  return { agreements = { agreement } }
end

--- In place of the exclusivity a share of the lab's revenue, from the one day to the other.
local function revenue_share(from, to)
  return { ["bound.type"] = "revenue-share", ["bound.from"] = from, ["bound.to"] = to }
end

return {
  rule = "ftc-6b/switching-costs",
  facts = {
    entities = {
      { id = "cloudco", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "money", investor = "cloudco", target = "lab", amount = usd(2e9),
        status = "committed", from = "2023-01-23",
      },
    },
    agreements = {
      {
        id = "bound", type = "exclusivity", holder = "cloudco", grantor = "lab", scope = "api",
        from = "2024-01-01", to = "2025-06-30",
      },
      {
        id = "spend", type = "spend-commitment", holder = "cloudco", grantor = "lab",
        amount = usd(1e9), from = "2024-01-01", to = "2025-12-31",
      },
    },
  },

  { "an exclusivity and a spending commitment are two ties", expect = "flagged", open = 1 },
  { "one tie is not enough", without = { "bound" }, expect = "clear" },
  { "a preferred provider is no tie", set = { ["bound.degree"] = "preferred" }, expect = "clear" },
  { "one contract is one tie, however long it runs",
    without = { "bound" }, set = { ["spend.from"] = "2019-01-01", ["spend.to"] = "2030-12-31" }, expect = "clear" },
  { "a revenue share that runs five years is a long tie beside a spending commitment",
    set = revenue_share("2023-01-01", "2027-12-31"), expect = "flagged" },
  { "a day less than five years is not long",
    set = revenue_share("2023-01-01", "2027-12-30"), expect = "clear" },
  { "a term that may be long cannot tell",
    set = { ["bound.type"] = "revenue-share", ["bound.to"] = { min = "2026-12-31", max = "2030-12-31" } },
    expect = "cannot-tell", needs = { "bound.to" } },
  { "a term without a known end may be long",
    unset = { "bound.to" }, set = { ["bound.type"] = "revenue-share" }, expect = "cannot-tell", needs = { "bound.to" } },
  { "a term without a known end that has run five years is a long tie",
    unset = { "bound.to" }, set = { ["bound.type"] = "revenue-share", ["bound.from"] = "2019-12-31" }, expect = "flagged" },
  { "a term without an end of its own ends with what it is part of",
    unset = { "bound.to" }, set = { ["bound.type"] = "revenue-share", ["bound.part_of"] = "frame" },
    add = also_agreed { id = "frame", type = "partnership", from = "2024-01-01", to = "2027-12-31" },
    expect = "clear" },
  { "a framework of many years counts as the long tie",
    without = { "bound" },
    add = also_agreed { type = "partnership", holder = "lab", grantor = "cloudco", from = "2019-07-22", to = "2030-12-31" },
    expect = "flagged" },
  { "a warrant of ten years is no tie",
    without = { "bound" },
    add = also_agreed { type = "warrant", from = "2024-03-01", to = "2034-03-01" },
    expect = "clear" },
  { "a first refusal over shares is no tie",
    set = { ["bound.type"] = "right-of-first-refusal", ["bound.scope"] = "shares" }, expect = "clear" },
  { "a first refusal over something unknown may be one",
    unset = { "bound.scope" }, set = { ["bound.type"] = "right-of-first-refusal" },
    expect = "cannot-tell", needs = { "bound.scope" } },
  { "systems built together are a tie whoever is named first",
    without = { "bound" },
    add = also_agreed { type = "joint-build", holder = "lab", grantor = "cloudco", from = "2024-09-30" },
    expect = "flagged" },
  { "a first refusal and a licence are two ties",
    without = { "bound", "spend" },
    add = {
      agreements = {
        { type = "right-of-first-refusal", holder = "cloudco", grantor = "lab", scope = "capacity", from = "2024-09-30" },
        { type = "ip-licence", holder = "cloudco", grantor = "lab", from = "2024-09-30" },
      },
    },
    expect = "flagged" },
  { "a tie that has ended is none", set = { ["bound.to"] = "2024-12-31" }, expect = "clear" },
  { "an investor of unknown activities cannot tell",
    set = { ["cloudco.activities"] = null }, expect = "cannot-tell", needs = { "cloudco.activities" } },
  { "an investor that is no cloud provider is out of scope",
    set = { ["cloudco.activities"] = { "investor" } }, expect = "out-of-scope" },
  { "a customer whom the cloud does not fund is out of scope", without = { "money" }, expect = "out-of-scope" },
  { "announced money is no funding", set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a developer that runs on several clouds rebuts",
    add = { observations = { { about = "lab", says = "multi-homing", strength = "moderate" } } }, expect = "rebutted" },
  { "several clouds that are only claimed rebut nothing",
    add = { observations = { { about = "lab", says = "multi-homing", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "an observation of unknown strength leaves it open",
    add = { observations = { { about = "lab", says = "multi-homing" } } }, expect = "flagged", open = 1 },
  { "where the status of money is unknown, it is open whether the investor has put money into the developer",
    set = { ["money.status"] = null }, expect = "cannot-tell", needs = { "money.status" } },
  { "where it is not known what lab does, it is open whether the developer develops AI",
    set = { ["lab.activities"] = null }, expect = "cannot-tell", needs = { "lab.activities" } },
  { "where every observation is on file, it is not so that the developer already runs on several clouds side by side",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab does nothing of the kind, it is not so that the developer develops AI",
    set = { ["lab.activities"] = {} }, expect = "out-of-scope" },
  { "a commitment to spend nothing is no tie",
    set = { ["spend.amount"] = usd(0) }, expect = "clear" },
  { "one to spend up to a billion may be none",
    set = { ["spend.amount"] = { value = { min = 0, max = 1e9 }, currency = "USD" } },
    expect = "cannot-tell", needs = { "spend.amount" } },
  { "one to spend nobody knows how much is one", set = { ["spend.amount"] = null }, expect = "flagged" },
  { "a share of no revenue is no tie, however long it runs",
    set = {
      ["bound.type"] = "revenue-share", ["bound.from"] = "2023-01-01", ["bound.to"] = "2027-12-31", ["bound.percent"] = 0,
    },
    expect = "clear" },
}
