local function row(id, percent) return { id = id .. "-share", market = "m", entity = id, percent = percent, from = "2023-12-31" } end

--- Ten firms, the first of which buys the last.
local function market(percents)
  local made = {
    as_of = "2024-12-31",
    entities = {}, shares = {},
    markets = { { id = "m", product = "fuel", geography = "DE", table = "complete" } },
    transactions = { { id = "deal", acquirer = "a", target = "j", type = "acquisition", status = "announced", from = "2024-06-01" } },
  }
  for i, id in ipairs { "a", "b", "c", "d", "e", "f", "g", "h", "i", "j" } do
    table.insert(made.entities, { id = id })
    table.insert(made.shares, row(id, percents[i]))
  end
  return made
end

return {
  rule = "de/collective-dominance",
  cannot_be = {
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market { 16, 15, 14, 11, 10, 9.5, 8, 6.5, 5, 5 },

  { "three that reach half by the deal are flagged: 21, 15 and 14, where 45 were before",
    expect = "flagged", open = 1, figures = { combined_share = 21 } },
  { "49.9 % of three and 71 of five are flagged", set = { ["c-share.percent"] = 13.9, ["i-share.percent"] = 5.1 }, expect = "flagged" },
  { "five with two thirds are flagged, three with less than half: 21.6, 13, 12, 11 and 9.2 %",
    facts = market { 15.6, 13, 12, 11, 9.2, 9.1, 9, 8.1, 7, 6 }, expect = "flagged", figures = { combined_share = 21.6 } },
  { "five with 66.6 % are clear", facts = market { 15.4, 13, 12, 11, 9.2, 9.1, 9, 8.1, 7.2, 6 }, expect = "clear" },
  { "parties that remain small beside the few are clear",
    facts = market { 2, 30, 25, 20, 6, 5, 4.5, 4.2, 2.3, 1 }, expect = "clear" },
  { "parties that become the third are flagged", facts = market { 11, 25, 20, 14, 7, 6, 5, 4, 4, 4 }, expect = "flagged" },
  { "an unknown share cannot tell", set = { ["m.table"] = "partial", ["c-share.percent"] = { min = 1, max = 14 } },
    expect = "cannot-tell", needs = { "c-share.percent" } },
  { "an order that does not matter may be open: of two with 9 to 10 % nobody needs to know which is larger",
    set = { ["e-share.percent"] = { min = 9, max = 10 }, ["f-share.percent"] = { min = 9, max = 10 } }, expect = "flagged" },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "EU" }, expect = "out-of-scope" },
  { "a part of which no holding is on file may be any part: it cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
  { "a stake below a quarter is out of scope",
    set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "a", entity = "j", stake = 24, votes = 24, control = "none" } } },
    expect = "out-of-scope" },
  { "two firms that hold most of each other are one group already",
    add = {
      holdings = { { holder = "j", entity = "a", stake = 60, votes = 60 }, { holder = "a", entity = "j", stake = 60, votes = 60 } },
    },
    expect = "out-of-scope" },
  { "real competition between the few rebuts",
    add = { observations = { { about = "m", says = "head-to-head", strength = "strong" } } }, expect = "rebutted" },
  { "where the geography of m is unknown, it is open whether the market is a market in Germany",
    set = { ["m.geography"] = null }, expect = "cannot-tell", needs = { "m.geography" } },
  { "where the type of deal is unknown, it is open whether there is a concentration",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "where every observation is on file, it is not so that real competition between the largest is on record",
    complete = { { kind = "observation" } }, expect = "flagged" },
}
