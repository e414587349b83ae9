local function gbp(value) return { value = value, currency = "GBP" } end

--- A firm passes the step on a day.
local function step(holder, day)
  return {
    ["before.holder"] = holder, ["now.holder"] = holder, ["money.investor"] = holder,
    ["before.to"] = "2024-12-31", ["now.from"] = day, ["money.from"] = day,
  }
end
local function google(day) return step("google", day) end

--- A firm with strategic market status announces that it buys all of another.
local function purchase()
  return {
    as_of = "2025-12-01",
    entities = { { id = "google", name = "Google LLC" }, { id = "firm" } },
    transactions = {
      {
        id = "deal", acquirer = "google", target = "firm", type = "acquisition", status = "announced", from = "2025-11-20",
        value = gbp(25e6),
      },
    },
    financials = {
      { entity = "firm", metric = "revenue", geography = "GB", amount = gbp(1e6), from = "2024-12-31" },
    },
  }
end

--- How the purchase closed.
local CLOSED = { ["deal.status"] = "closed", ["deal.closed"] = "2025-11-25" }

--- A holding of the buyer.
local function held(part, day)
  return { holder = "google", entity = "firm", stake = part, votes = part, control = "none", from = day }
end

--- It forms a venture with a partner, of which nothing is on file but who is to have how much.
local function venture()
  return {
    as_of = "2025-12-01",
    entities = { { id = "google", name = "Google LLC" }, { id = "partner" }, { id = "jv", jurisdiction = "GB" } },
    transactions = {
      {
        id = "deal", acquirer = "google", target = "jv", type = "joint-venture", status = "announced", from = "2025-11-20",
        value = gbp(25e6),
      },
    },
    ventures = { { id = "v", entity = "jv" } },
    members = {
      { id = "part", venture = "v", entity = "google", role = "equity", stake = 15 },
      { venture = "v", entity = "partner", role = "equity", stake = 85 },
    },
  }
end

--- What the firm has of the venture.
local function has(part, day)
  return { holdings = { { id = "has", holder = "google", entity = "jv", stake = part, votes = part, control = "joint", from = day } } }
end

--- Another firm of its group is a member too.
local function unit(part)
  return {
    entities = { { id = "unit", name = "Google UK" } },
    holdings = { { holder = "google", entity = "unit", stake = 100, votes = 100, control = "sole" } },
    members = { { id = "more", venture = "v", entity = "unit", role = "equity", stake = part } },
  }
end

--- What the firm puts into the venture.
local function puts(amount)
  return {
    investments = {
      { investor = "google", target = "jv", amount = gbp(amount), instrument = "equity", status = "committed", from = "2025-11-20" },
    },
  }
end

--- What it has of the venture, and what it has put in.
local function has_and_put(part, day)
  local both = has(part, day)
  both.investments = puts(25e6).investments
  return both
end

return {
  rule = "uk/sms-report",
  facts = {
    as_of = "2025-12-01",
    entities = {
      { id = "giant", activities = { "software" } }, { id = "firm", activities = { "software" } },
      { id = "google", activities = { "software" } }, { id = "cma", form = "agency", jurisdiction = "GB" },
    },
    holdings = {
      { id = "before", holder = "giant", entity = "firm", stake = 14, votes = 14, control = "none",
        from = "2023-01-01", to = "2025-10-31" },
      { id = "now", holder = "giant", entity = "firm", stake = 15, votes = 15, control = "none", from = "2025-11-01" },
    },
    investments = {
      { id = "money", investor = "giant", target = "firm", amount = gbp(25e6), instrument = "equity", status = "paid",
        from = "2025-11-01" },
    },
    financials = { { id = "nexus", entity = "firm", metric = "revenue", geography = "GB", amount = gbp(1e6), from = "2024-12-31" } },
    proceedings = { { id = "named", authority = "cma", type = "x-designation", against = { "giant" }, from = "2025-01-01" } },
  },

  { "from 14 to 15 %, 25 million in all, is flagged", expect = "flagged" },
  { "a step of 2024 had to be reported to nobody, seen from 2025 too",
    set = { ["before.to"] = "2024-12-30", ["now.from"] = "2024-12-31", ["money.from"] = "2024-12-31", ["named.from"] = "2024-01-01" },
    expect = "out-of-scope" },
  { "one of 1 January 2025 had to be",
    set = { ["before.to"] = "2024-12-31", ["now.from"] = "2025-01-01", ["money.from"] = "2025-01-01", ["nexus.from"] = "2023-12-31" },
    expect = "flagged" },
  { "a step from before the designation had to be reported to nobody",
    set = { ["named.from"] = "2025-11-02" }, expect = "out-of-scope" },
  { "a designation lasts five years from the day after its day: a step on the last day is flagged",
    as_of = "2030-12-01", set = { ["named.from"] = "2025-10-10", ["before.to"] = "2030-10-09", ["now.from"] = "2030-10-10",
      ["money.from"] = "2030-10-10" }, expect = "flagged" },
  { "a day later it is open whether it was made again",
    as_of = "2030-12-01", set = { ["named.from"] = "2025-10-10", ["before.to"] = "2030-10-10", ["now.from"] = "2030-10-11",
      ["money.from"] = "2030-10-11" }, expect = "cannot-tell" },
  { "a designation that has ended before the step is over", set = { ["named.to"] = "2025-10-31" }, expect = "out-of-scope" },
  { "one that ends on the day of the step is not", set = { ["named.to"] = "2025-11-01" }, expect = "flagged" },
  { "one that was refused named nobody", set = { ["named.outcome"] = "refused" }, expect = "out-of-scope" },
  { "it was: the step is flagged",
    as_of = "2030-12-01", set = { ["named.from"] = "2025-10-10", ["before.to"] = "2030-10-10", ["now.from"] = "2030-10-11",
      ["money.from"] = "2030-10-11" },
    add = { proceedings = { { authority = "cma", type = "designation", against = { "giant" }, from = "2030-10-09" } } },
    expect = "flagged" },
  { "it was not, where all proceedings are on file",
    as_of = "2030-12-01", set = { ["named.from"] = "2025-10-10", ["before.to"] = "2030-10-10", ["now.from"] = "2030-10-11",
      ["money.from"] = "2030-10-11" },
    complete = { { kind = "proceeding" } }, expect = "out-of-scope" },
  { "a step that the CMA was told of rebuts",
    add = { proceedings = { { authority = "cma", type = "x-notification", against = { "giant", "firm" }, from = "2025-10-20" } } },
    expect = "rebutted" },
  { "where every proceeding is on file, none was told", complete = { { kind = "proceeding" } }, expect = "flagged", open = 0 },
  { "a holding without a first day is out of scope", without = { "before" }, unset = { "now.from" }, expect = "out-of-scope" },
  { "14.9 % is below the step", set = { ["now.stake"] = 14.9, ["now.votes"] = 14.9 }, expect = "clear" },
  { "from 15 to 25.0 % is no second step",
    set = { ["before.stake"] = 15, ["before.votes"] = 15, ["now.stake"] = 25, ["now.votes"] = 25 }, expect = "clear" },
  { "from 15 to 25.1 % is",
    set = { ["before.stake"] = 15, ["before.votes"] = 15, ["now.stake"] = 25.1, ["now.votes"] = 25.1 }, expect = "flagged" },
  { "from 25 to 50 % is a second step, not a third",
    set = { ["before.stake"] = 25.1, ["before.votes"] = 25.1, ["now.stake"] = 50, ["now.votes"] = 50 }, expect = "clear" },
  { "from 50 to 50.1 % is the third",
    set = { ["before.stake"] = 50, ["before.votes"] = 50, ["now.stake"] = 50.1, ["now.votes"] = 50.1 }, expect = "flagged" },
  { "votes alone are enough", set = { ["now.stake"] = 14, ["now.votes"] = 15 }, expect = "flagged" },
  { "24.9 million in all is clear", set = { ["money.amount"] = gbp(24.9e6) }, expect = "clear" },
  { "earlier money is added",
    set = { ["money.amount"] = gbp(15e6) },
    add = { investments = { { investor = "giant", target = "firm", amount = gbp(10e6), instrument = "equity", status = "paid",
      from = "2023-01-01" } } },
    expect = "flagged" },
  { "an unknown stake cannot tell", set = { ["now.stake"] = null, ["now.votes"] = null }, expect = "cannot-tell",
    needs = { "now.stake" } },
  { "a firm that was not named is out of scope", without = { "named" }, expect = "out-of-scope" },
  { "Google is in scope from 11 October 2025, the day after the notice",
    without = { "named" }, set = google("2025-10-11"), expect = "flagged" },
  { "and not on the day of the notice", without = { "named" }, set = google("2025-10-10"), expect = "out-of-scope" },
  { "on 22 October 2030 its second designation still stands",
    as_of = "2030-12-01", without = { "named" }, set = google("2030-10-22"), expect = "flagged" },
  { "from 23 October 2030 it is open whether it was designated again",
    as_of = "2030-12-01", without = { "named" }, set = google("2030-10-23"), expect = "cannot-tell" },
  { "not, where all proceedings are on file",
    as_of = "2030-12-01", without = { "named" }, set = google("2030-10-23"), complete = { { kind = "proceeding" } },
    expect = "out-of-scope" },
  { "Apple is in scope from 23 October 2025",
    without = { "named" }, set = step("apple", "2025-10-23"), add = { entities = { { id = "apple", activities = { "software" } } } },
    expect = "flagged" },
  { "and not the day before",
    without = { "named" }, set = step("apple", "2025-10-22"), add = { entities = { { id = "apple", activities = { "software" } } } },
    expect = "out-of-scope" },
  { "whatever its id, a firm is known by its name",
    without = { "named" }, set = step("goog-us", "2025-11-01"),
    add = { entities = { { id = "goog-us", name = "Alphabet Inc.", activities = { "software" } } } }, expect = "flagged" },
  { "or by another name",
    without = { "named" }, set = step("xyz", "2025-11-01"),
    add = { entities = { { id = "xyz", name = "X", aliases = { "Google LLC" }, activities = { "software" } } } }, expect = "flagged" },
  { "a firm that has the name within its own is another",
    without = { "named" }, set = step("fan", "2025-11-01"),
    add = { entities = { { id = "fan", name = "Friends of Google", activities = { "software" } } } }, expect = "out-of-scope" },
  { "a target without UK nexus on file is out of scope", without = { "nexus" }, expect = "out-of-scope" },
  { "where the form of cma is unknown, it is open whether the firm has been named a firm with strategic market status",
    set = { ["cma.form"] = null }, expect = "cannot-tell", needs = { "cma.form" } },
  { "where the amount of money is unknown, it is open whether what was given for it comes to 25 million GBP at least",
    set = { ["money.amount"] = null }, expect = "cannot-tell", needs = { "money.amount" } },
  { "where the geography of nexus is unknown, it is open whether the target is active in the United Kingdom",
    set = { ["nexus.geography"] = null }, expect = "cannot-tell", needs = { "nexus.geography" } },
  { "where it is not known whether now has ended, it is open whether the firm holds shares of the target since a day that is on file",
    set = { ["now.to"] = null }, expect = "cannot-tell", needs = { "now.to" } },
  { "where google holds a part of firm (stake 3), it is not so that the firm holds shares of the target since a day that is on file",
    add = { holdings = { { holder = "google", entity = "firm", stake = 3 } } }, expect = "flagged" },
  { "an announced purchase of all must be reported before it is completed: no holding tells of it yet",
    facts = purchase(), expect = "flagged", figures = { earlier_stake = 0 } },
  { "one for which less than 25 million is given need not be", facts = purchase(), set = { ["deal.value"] = gbp(24.9e6) },
    expect = "clear" },
  { "one of unknown value cannot tell", facts = purchase(), set = { ["deal.value"] = null }, expect = "cannot-tell",
    needs = { "deal.value" } },
  { "a merger is one as well", facts = purchase(), set = { ["deal.type"] = "merger" }, expect = "flagged" },
  { "an abandoned one is none",
    facts = purchase(), set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2025-11-28" },
    expect = "not-applicable" },
  { "one that has closed had to be reported, though no holding is on file", facts = purchase(), set = CLOSED, expect = "flagged" },
  { "one that closed before the designation had not",
    facts = purchase(), set = { ["deal.from"] = "2025-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2025-10-10" },
    expect = "out-of-scope" },
  { "one that closed on its first day had",
    facts = purchase(), set = { ["deal.from"] = "2025-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2025-10-11" },
    expect = "flagged" },
  { "one of a day that nobody knows cannot tell",
    facts = purchase(), set = { ["deal.from"] = "2025-09-01", ["deal.status"] = "closed", ["deal.closed"] = "2025-10" },
    expect = "cannot-tell" },
  { "where a holding since closing says what it gave, that counts: all of it",
    facts = purchase(), set = CLOSED, add = { holdings = { held(100, "2025-11-25") } }, expect = "flagged" },
  { "or less than a step",
    facts = purchase(), set = CLOSED, add = { holdings = { held(14, "2025-11-25") } }, expect = "clear" },
  { "a purchase that closed long before a small holding began is not its step",
    facts = purchase(), set = { ["deal.from"] = "2025-10-15", ["deal.status"] = "closed", ["deal.closed"] = "2025-10-20" },
    add = { holdings = { held(14, "2025-11-25") } }, expect = "clear" },
  { "who had passed the last step buys the rest without a report",
    facts = purchase(), add = { holdings = { held(50.1, "2020-01-01") } }, expect = "clear" },
  { "who had just not passed it does not",
    facts = purchase(), add = { holdings = { held(50, "2020-01-01") } }, expect = "flagged", figures = { earlier_stake = 50 } },
  { "a purchase of the rest by who had passed it by votes alone passes it by capital",
    facts = purchase(),
    add = {
      holdings = { { holder = "google", entity = "firm", stake = 50, votes = 60, control = "none", from = "2020-01-01" } },
    },
    expect = "flagged" },
  { "an announced purchase of a part, of which nobody says how large it is, cannot tell",
    facts = purchase(), set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "so is a further part: the law is that of the day asked, not of the old holding",
    facts = purchase(), set = { ["deal.type"] = "partial" }, add = { holdings = { held(10, "2020-01-01") } }, expect = "cannot-tell",
    figures = { earlier_stake = 10 } },
  { "a list of holdings that is complete does not tell of it",
    facts = purchase(), set = { ["deal.type"] = "partial" }, complete = { { kind = "holding" } }, expect = "cannot-tell" },
  { "where no step is left to pass, a further part needs no report",
    facts = purchase(), set = { ["deal.type"] = "partial" }, add = { holdings = { held(60, "2020-01-01") } }, expect = "clear" },
  { "a part that has closed without a holding on file cannot tell",
    facts = purchase(), set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2025-11-25" },
    expect = "cannot-tell" },
  { "with the holding that it gave it can",
    facts = purchase(), set = { ["deal.type"] = "partial", ["deal.status"] = "closed", ["deal.closed"] = "2025-11-25" },
    add = { holdings = { held(15, "2025-11-25") } }, expect = "flagged" },
  { "where the type is unknown it is open whether all is bought",
    facts = purchase(), set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "a purchase of all that closed before a later one of a part is not the step",
    facts = purchase(),
    set = { ["deal.from"] = "2025-10-15", ["deal.status"] = "closed", ["deal.closed"] = "2025-10-20" },
    add = {
      transactions = {
        {
          acquirer = "google", target = "firm", type = "partial", from = "2025-11-20", status = "closed", closed = "2025-11-25",
          value = gbp(25e6),
        },
      },
    },
    expect = "cannot-tell" },
  { "a joint venture in which it is to have 15 %, and into which it puts 25 million, must be reported",
    facts = venture(), expect = "flagged" },
  { "14.9 % is below the step", facts = venture(), set = { ["part.stake"] = 14.9 }, expect = "clear" },
  { "of one into which it puts less nothing need be reported",
    facts = venture(), set = { ["deal.value"] = gbp(24.9e6) }, expect = "clear" },
  { "where nobody says how much it is to have, it cannot tell",
    facts = venture(), without = { "part" }, expect = "cannot-tell",
    needs = { "a holding with entity jv, holder Google LLC" } },
  { "nor where its part is unknown", facts = venture(), set = { ["part.stake"] = null }, expect = "cannot-tell", needs = { "part.stake" } },
  { "a venture that has been formed had to be reported, though no holding is on file", facts = venture(), set = CLOSED,
    expect = "flagged" },
  { "where a holding since then says what it gave, that counts", facts = venture(), set = CLOSED, add = has(15, "2025-11-25"),
    expect = "flagged" },
  { "or less than the step", facts = venture(), set = CLOSED, add = has(14, "2025-11-25"), expect = "clear" },
  { "a venture that is seated elsewhere may be expected to be active in the United Kingdom: that is open",
    facts = venture(), set = { ["jv.jurisdiction"] = "IE" }, expect = "cannot-tell" },
  { "it is, where that is on file", facts = venture(), set = { ["jv.jurisdiction"] = "IE" },
    add = { observations = { { about = { "jv" }, says = "x-uk-connected", strength = "moderate" } } }, expect = "flagged" },
  { "it is not, where everything that was found is", facts = venture(), set = { ["jv.jurisdiction"] = "IE" },
    complete = { { kind = "observation" } }, expect = "out-of-scope" },
  { "a party's own word that it is does not decide", facts = venture(), set = { ["jv.jurisdiction"] = "IE" },
    add = { observations = { { about = { "jv" }, says = "x-uk-connected", strength = "weak" } } }, expect = "cannot-tell" },
  { "nor where nothing else was found", facts = venture(), set = { ["jv.jurisdiction"] = "IE" },
    add = { observations = { { about = { "jv" }, says = "x-uk-connected", strength = "weak" } } },
    complete = { { kind = "observation" } }, expect = "out-of-scope" },
  { "what it had of a venture before it is formed does not tell what it is to have",
    facts = venture(), add = has(5, "2025-01-01"), expect = "flagged" },
  { "nor, where that was more, that it is to have it: 14.9 % is below the step",
    facts = venture(), set = { ["part.stake"] = 14.9 }, add = has(16, "2025-01-01"), expect = "clear" },
  { "nor where nobody says how much it is to have", facts = venture(), without = { "part" }, add = has(5, "2025-01-01"),
    expect = "cannot-tell" },
  { "nor does it once the venture has been formed",
    facts = venture(), set = CLOSED, add = has(5, "2025-01-01"), expect = "flagged" },
  { "what two firms of its group are to have is added up: 10 and 5 %",
    facts = venture(), set = { ["part.stake"] = 10 }, add = unit(5), expect = "flagged" },
  { "10 and 4.9 % are below the step", facts = venture(), set = { ["part.stake"] = 10 }, add = unit(4.9), expect = "clear" },
  { "10 % and a part that nobody knows cannot tell", facts = venture(), set = { ["part.stake"] = 10 }, add = unit(null),
    expect = "cannot-tell", needs = { "more.stake" } },
  { "a venture of others is theirs", facts = venture(), without = { "part" }, set = { ["deal.acquirer"] = "partner" },
    expect = "out-of-scope" },
  { "a member forms it though the other is recorded as the buyer: what it puts in the other's deal does not tell",
    facts = venture(), set = { ["deal.acquirer"] = "partner" }, expect = "cannot-tell" },
  { "25 million that it puts in must be reported", facts = venture(), set = { ["deal.acquirer"] = "partner" }, add = puts(25e6),
    expect = "flagged" },
  { "of a member that is to have less than the step nothing need be reported",
    facts = venture(), set = { ["deal.acquirer"] = "partner", ["part.stake"] = 14.9 }, add = puts(25e6), expect = "clear" },
  { "a member that has its part since the venture was formed had to report it",
    facts = venture(), set = { ["deal.acquirer"] = "partner", ["deal.status"] = "closed", ["deal.closed"] = "2025-11-25" },
    add = has_and_put(15, "2025-11-25"), expect = "flagged" },
  { "but not where it was formed before the designation",
    facts = venture(), set = { ["deal.acquirer"] = "partner", ["deal.from"] = "2025-09-01", ["deal.status"] = "closed",
      ["deal.closed"] = "2025-10-10" },
    add = puts(25e6), expect = "out-of-scope" },
  { "a member of a venture of which no deal is on file forms nothing", facts = venture(), without = { "deal" },
    expect = "not-applicable" },
  { "one that was given up is none", facts = venture(), set = { ["deal.status"] = "abandoned", ["deal.abandoned"] = "2025-11-28" },
    expect = "not-applicable" },
}
