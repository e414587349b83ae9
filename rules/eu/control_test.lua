--- A holding of 49.99 % that does not say who controls, and what else.
local MINORITY = { ["held.votes"] = 49.99 }

--- What was found of the last general meetings.
local function found(strength)
  return { observations = { { about = { "giant", "lab" }, says = "x-majority-at-meetings", strength = strength } } }
end

--- How long control lasts.
local function for_a_time(strength)
  return { observations = { { about = { "giant", "lab" }, says = "x-temporary-control", strength = strength } } }
end

--- Another holder of the firm's votes.
local function other(votes, control)
  return { holdings = { { id = "others", holder = "ben", entity = "lab", votes = votes, control = control or nil } } }
end

--- Two holders of the firm's votes, with 15 % each, of one group by what another holds of both, or not.
local function two_others(control, votes)
  return {
    entities = { { id = "top" }, { id = "one" }, { id = "two" } },
    holdings = {
      { holder = "top", entity = "one", control = control, votes = 100 },
      { holder = "top", entity = "two", control = control, votes = 100 },
      { id = "by-one", holder = "one", entity = "lab", votes = 15 }, { id = "by-two", holder = "two", entity = "lab", votes = votes },
    },
  }
end

return {
  rule = "eu/control",
  facts = {
    as_of = "2024-06-28",
    entities = {
      { id = "giant", activities = { "cloud-provider" } },
      { id = "lab", activities = { "ai-developer" } },
      { id = "anna", form = "person" }, { id = "ben", form = "person" }, { id = "carl", form = "person" },
    },
    investments = {
      {
        id = "money", investor = "giant", target = "lab", amount = { value = 1e9, currency = "USD" },
        instrument = "equity", status = "paid", from = "2023-01-23",
      },
    },
    holdings = { { id = "held", holder = "giant", entity = "lab", stake = 49, votes = 49, control = "none", from = "2023-01-23" } },
  },

  { "much money and a stake recorded as without control are clear", expect = "clear" },
  { "a finding of a majority at meetings counts though no holding is on file",
    without = { "held" }, add = found "strong", expect = "flagged" },
  { "two holdings of one holder count together", set = { ["held.votes"] = 26 }, unset = { "held.control" },
    add = { holdings = { { holder = "giant", entity = "lab", stake = 26, votes = 26 } } }, expect = "flagged" },
  { "a takeover of the whole firm is one, though no holding is on file",
    without = { "held", "money" },
    add = { transactions = { { acquirer = "giant", target = "lab", type = "acquisition", status = "announced", from = "2024-05-01" } } },
    expect = "flagged" },
  { "a purchase of its people is none",
    without = { "held", "money" },
    add = { transactions = { { acquirer = "giant", target = "lab", type = "acqui-hire", status = "announced", from = "2024-05-01" } } },
    expect = "clear" },
  { "the shape of Microsoft and OpenAI in June 2024 is clear: exclusivity and an observer give no control",
    set = { ["held.stake"] = null, ["held.votes"] = null },
    add = {
      agreements = { { type = "exclusivity", holder = "giant", grantor = "lab", scope = "hosting" } },
      positions = { { person = "anna", entity = "lab", role = "observer", appointed_by = "giant" } },
    },
    expect = "clear" },
  { "joint control is flagged", set = { ["held.control"] = "joint" }, expect = "flagged" },
  { "sole control is flagged, and whether it lasts is open", set = { ["held.control"] = "sole" }, expect = "flagged", open = 1 },
  { "control that was found to be for a time is none",
    set = { ["held.control"] = "sole" }, add = for_a_time "strong", expect = "rebutted" },
  { "that it is for a time is only claimed", set = { ["held.control"] = "sole" }, add = for_a_time "weak", expect = "flagged" },
  { "where every finding is on file, it lasts",
    set = { ["held.control"] = "sole" }, complete = { { kind = "observation" } }, expect = "flagged", open = 0 },
  { "more than half of the votes is flagged",
    set = { ["held.votes"] = 50.1 }, unset = { "held.control" }, expect = "flagged" },
  { "half of the votes stops every decision and is flagged",
    set = { ["held.votes"] = 50 }, unset = { "held.control" }, expect = "flagged" },
  { "a little less is a majority where others stay away: who came to the meetings is open",
    set = MINORITY, unset = { "held.control" }, expect = "cannot-tell",
    needs = { "whether there is any observation with says x-majority-at-meetings, about giant, about lab, strength moderate or strong" } },
  { "it is clear where the holding is recorded as without control", set = MINORITY, expect = "clear" },
  { "and where every finding is on file", set = MINORITY, unset = { "held.control" }, complete = { { kind = "observation" } },
    expect = "clear" },
  { "a majority that was found of the last meetings is flagged",
    set = MINORITY, unset = { "held.control" }, add = found "strong", expect = "flagged" },
  { "with few votes too: found is found", set = { ["held.votes"] = 20 }, unset = { "held.control" }, add = found "moderate",
    expect = "flagged" },
  { "one that is only claimed leaves it open",
    set = MINORITY, unset = { "held.control" }, add = found "weak", expect = "cannot-tell" },
  { "a quarter of the votes leaves it open", set = { ["held.votes"] = 25 }, unset = { "held.control" }, expect = "cannot-tell" },
  { "less than a quarter is clear", set = { ["held.votes"] = 24.9 }, unset = { "held.control" }, expect = "clear" },
  { "with a quarter it is clear where another has more",
    set = { ["held.votes"] = 25 }, unset = { "held.control" }, add = other(25.1), expect = "clear" },
  { "and where another controls the firm alone",
    set = { ["held.votes"] = 25 }, unset = { "held.control" }, add = other(10, "sole"), expect = "clear" },
  { "two firms of one group are another together: 30 % are more than 25",
    set = { ["held.votes"] = 25 }, unset = { "held.control" }, add = two_others("sole", 15), subject = { investor = "giant", firm = "lab" },
    expect = "clear" },
  { "25 % together are not", set = { ["held.votes"] = 25 }, unset = { "held.control" }, add = two_others("sole", 10),
    subject = { investor = "giant", firm = "lab" }, expect = "cannot-tell" },
  { "two that do not belong together have 15 % each", set = { ["held.votes"] = 25 }, unset = { "held.control" },
    add = two_others("none", 15), subject = { investor = "giant", firm = "lab" }, expect = "cannot-tell" },
  { "unknown votes of one of the group leave it open", set = { ["held.votes"] = 25 }, unset = { "held.control" },
    add = two_others("sole", null), subject = { investor = "giant", firm = "lab" },
    expect = "cannot-tell", needs = { "by-two.votes" } },
  { "where it is unknown who else controls, that is open too", set = { ["held.votes"] = 25, ["others.control"] = null },
    unset = { "held.control" }, add = other(10, "sole"), expect = "cannot-tell", needs = { "others.control" } },
  { "where nobody has as many, on a complete list, what was found of the meetings is all that is missing",
    set = { ["held.votes"] = 25 }, unset = { "held.control" }, add = other(10), complete = { { kind = "holding" } },
    expect = "cannot-tell" },
  { "half of the votes that is recorded as without control is clear", set = { ["held.votes"] = 50 }, expect = "clear" },
  { "unknown votes of a holding that does not say cannot tell",
    set = { ["held.votes"] = null }, unset = { "held.control" }, expect = "cannot-tell", needs = { "held.votes" } },
  { "a veto over the budget is flagged",
    add = { agreements = { { type = "veto", holder = "giant", grantor = "lab", scope = "x-budget" } } }, expect = "flagged" },
  { "a veto over the sale of the firm protects a minority and is clear",
    add = { agreements = { { type = "veto", holder = "giant", grantor = "lab", scope = "change-of-control" } } },
    expect = "clear" },
  { "a veto of unknown reach cannot tell",
    add = { agreements = { { id = "veto", type = "veto", holder = "giant", grantor = "lab" } } },
    expect = "cannot-tell", needs = { "veto.scope" } },
  { "two of three directors are a majority",
    add = {
      positions = {
        { person = "anna", entity = "lab", role = "director", appointed_by = "giant" },
        { person = "ben", entity = "lab", role = "director", appointed_by = "giant" },
        { person = "carl", entity = "lab", role = "director" },
      },
    },
    expect = "flagged" },
  { "one of two is not",
    add = {
      positions = {
        { person = "anna", entity = "lab", role = "director", appointed_by = "giant" },
        { person = "ben", entity = "lab", role = "director" },
      },
    },
    expect = "clear" },
  { "who has put nothing in is out of scope",
    without = { "money", "held" },
    add = { agreements = { { type = "veto", holder = "giant", grantor = "lab", scope = "x-budget" } } },
    expect = "out-of-scope" },
  { "announced money is no deal",
    without = { "held" }, set = { ["money.status"] = "announced" }, expect = "out-of-scope" },
  { "a part that was agreed on and that no holding shows cannot tell: what will be held is not nothing",
    without = { "money", "held" },
    add = { transactions = { { acquirer = "giant", target = "lab", type = "partial", status = "announced", from = "2024-03-01" } } },
    expect = "cannot-tell", needs = { "whether there is any holding with entity lab, holder giant" } },
  { "the part that was bought is on file, and gives no control",
    set = { ["held.from"] = "2024-03-01" },
    add = { transactions = { { acquirer = "giant", target = "lab", type = "partial", status = "announced", from = "2024-03-01" } } },
    expect = "clear" },
  { "a day before the Regulation is out of scope",
    as_of = "2004-04-30", unset = { "held.from" }, expect = "out-of-scope" },
  { "where lab holds a part of ben (stake 12, from unknown), it is open whether the investor has bought into the firm",
    add = { holdings = { { holder = "lab", entity = "ben", stake = 12, from = null } } }, expect = "cannot-tell" },
}
