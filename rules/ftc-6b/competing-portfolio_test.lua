local TWO_BACKERS = {
  entities = {
    { id = "cloudco", activities = { "cloud-provider" } },
    { id = "othercloud", activities = { "cloud-provider" } },
    { id = "lab", activities = { "ai-developer" } },
  },
  investments = {
    {
      id = "first", investor = "cloudco", target = "lab", amount = { value = 8e9, currency = "USD" },
      status = "committed", from = "2023-09-25",
    },
    {
      id = "second", investor = "othercloud", target = "lab", amount = { value = 2e9, currency = "USD" },
      status = "committed", from = "2023-10-27",
    },
  },
}

--- A tenth of a firm.
local function part(holder, firm) return { holder = holder, entity = firm, stake = 10, votes = 0 } end

return {
  rule = "ftc-6b/competing-portfolio",
  facts = {
    entities = {
      { id = "giant", activities = { "investor" } },
      { id = "lab", activities = { "ai-developer" } },
      { id = "otherlab", activities = { "ai-developer" } },
    },
    investments = {
      {
        id = "first", investor = "giant", target = "lab", amount = { value = 13e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
      {
        id = "second", investor = "giant", target = "otherlab", amount = { value = 5e9, currency = "USD" },
        status = "paid", from = "2024-11-18",
      },
    },
  },

  { "one investor in two developers that compete is flagged", expect = "flagged", open = 1 },
  { "two rival clouds in one developer are flagged", facts = TWO_BACKERS, expect = "flagged", open = 1 },
  { "a cloud and a fund in one developer do not compete",
    facts = TWO_BACKERS, set = { ["othercloud.activities"] = { "investor" } }, expect = "clear" },
  { "money at the line is material",
    set = { ["second.amount"] = { value = 1e9, currency = "USD" } }, expect = "flagged",
    figures = { money_in_rival = 1e9 } },
  { "money below the line is not",
    set = { ["second.amount"] = { value = 999e6, currency = "USD" } }, expect = "clear" },
  { "a stake at the line is material whatever was paid",
    set = { ["second.amount"] = { value = 15e6, currency = "USD" } },
    add = { holdings = { { holder = "giant", entity = "otherlab", stake = 10, votes = 0 } } }, expect = "flagged" },
  { "a stake below the line is not",
    set = { ["second.amount"] = { value = 15e6, currency = "USD" } },
    add = { holdings = { { holder = "giant", entity = "otherlab", stake = 9.9, votes = 0 } } }, expect = "clear" },
  { "an unknown sum cannot tell",
    set = { ["second.amount"] = null }, expect = "cannot-tell", needs = { "second.amount" } },
  { "a sum in another currency without a rate cannot tell",
    set = { ["second.amount"] = { value = 15e6, currency = "EUR" } }, expect = "cannot-tell" },
  { "a small sum in another currency is clear where a rate is on file",
    set = { ["second.amount"] = { value = 15e6, currency = "EUR" } },
    add = { rates = { { base = "EUR", quote = "USD", value = 1.085, from = "2024-02-26" } } }, expect = "clear" },
  { "firms that do not compete are clear",
    set = { ["otherlab.activities"] = { "software" } }, expect = "clear" },
  { "competition that was observed counts",
    set = { ["otherlab.activities"] = { "software" } },
    add = { observations = { { about = { "lab", "otherlab" }, says = "head-to-head" } } }, expect = "flagged" },
  { "a firm of unknown activities cannot tell",
    set = { ["otherlab.activities"] = null }, expect = "cannot-tell", needs = { "otherlab.activities" } },
  { "announced money is no tie", set = { ["second.status"] = "announced" }, expect = "out-of-scope" },
  { "money in firms that do not develop AI is out of scope",
    set = { ["lab.activities"] = { "retailer" }, ["otherlab.activities"] = { "retailer" } }, expect = "out-of-scope" },
  { "one investment ties nobody together", without = { "second" }, expect = "not-applicable" },
  { "shares tie as money does", without = { "first", "second" }, add = { holdings = { part("giant", "lab"), part("giant", "otherlab") } },
    expect = "flagged", subject = { hub = "giant", competitor = "lab", rival = "otherlab" }, figures = { stake_in_rival = 10 } },
  { "so do money in one and shares of the other", without = { "second" }, add = { holdings = { part("giant", "otherlab") } },
    expect = "flagged", subject = { hub = "giant", competitor = "lab", rival = "otherlab" } },
  { "so do shares of one that two rivals hold", facts = TWO_BACKERS, without = { "first", "second" },
    add = { holdings = { part("cloudco", "lab"), part("othercloud", "lab") } }, expect = "flagged",
    subject = { hub = "lab", competitor = "cloudco", rival = "othercloud" } },
  { "so do money of one rival and shares of the other", facts = TWO_BACKERS, without = { "second" },
    add = { holdings = { part("othercloud", "lab") } }, expect = "flagged",
    subject = { hub = "lab", competitor = "cloudco", rival = "othercloud" } },
  { "who has both in both is one subject", add = { holdings = { part("giant", "otherlab"), part("giant", "lab") } },
    expect = "flagged", subject = { hub = "giant", competitor = "lab", rival = "otherlab" }, open = 1 },
  { "shares of nothing tie nobody", without = { "second" },
    add = { holdings = { { holder = "giant", entity = "otherlab", stake = 0, votes = 0, control = "none", convertible = false } } },
    expect = "out-of-scope" },
  { "a wall at the investor rebuts",
    add = {
      observations = { { about = { "giant", "lab", "otherlab" }, says = "information-wall", strength = "moderate" } },
    },
    expect = "rebutted" },
  { "a wall that is only claimed rebuts nothing",
    add = { observations = { { about = { "giant", "lab", "otherlab" }, says = "information-wall", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "where the status of first is unknown, it is open whether the hub has put money into both the competitor and the rival",
    set = { ["first.status"] = null }, expect = "cannot-tell", needs = { "first.status" } },
  { "where it is not known what lab does, it is open whether the money goes to a developer of AI",
    set = { ["otherlab.activities"] = { "software" }, ["lab.activities"] = null }, expect = "clear" },
  { "where every observation is on file, it is not so that A wall at the hub keeps the competitor and the rival apart",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where lab put money into otherlab, it is not so that the tie between the hub and the competitor is material",
    set = { ["second.amount"] = { value = 999e6, currency = "USD" } },
    add = {
      investments = {
        { investor = "lab", target = "otherlab", amount = { value = 1e9, currency = "USD" }, from = null, status = "paid" },
      },
    },
    expect = "clear" },
  { "money that comes from the rival makes the investor's small one no larger",
    set = { ["second.amount"] = { value = 1e6, currency = "USD" } },
    add = {
      investments = {
        {
          investor = "otherlab", target = "giant", amount = { value = 3e9, currency = "USD" }, instrument = "debt",
          status = "paid", from = "2024-01-01",
        },
      },
    },
    subject = { hub = "giant", competitor = "lab", rival = "otherlab" }, expect = "clear" },
}
