local function row(id, percent) return { id = id .. "-share", market = "m", entity = id, percent = percent, from = "2023-12-31" } end

--- Ten firms or fewer, the first of which buys the last.
local function market(percents, kind)
  local made = {
    as_of = "2024-12-31",
    entities = {}, shares = {},
    markets = { { id = "m", product = "fuel", geography = "DE", table = kind or "complete" } },
    transactions = {
      { id = "deal", acquirer = "a", target = ("abcdefghij"):sub(#percents, #percents), type = "acquisition", status = "announced",
        from = "2024-06-01" },
    },
  }
  for i, percent in ipairs(percents) do
    local id = ("abcdefghij"):sub(i, i)
    table.insert(made.entities, { id = id })
    table.insert(made.shares, row(id, percent))
  end
  return made
end

--- Of what is bought in it, parts of the first and the last of ten.
local function bought(first, last)
  return {
    shares = {
      { market = "m", entity = "a", percent = first, measure = "purchases", from = "2023-12-31" },
      { market = "m", entity = "j", percent = last, measure = "purchases", from = "2023-12-31" },
    },
  }
end

return {
  rule = "de/collective-dominance",
  cannot_be = {
    { "element 1", "false", "shares are of what is sold or of what is bought" },
    { "applies 2", "unknown", "who controls whom is taken as recorded, so a group is never in doubt" },
  },
  facts = market { 16, 15, 14, 11, 10, 9.5, 8, 6.5, 5, 5 },

  { "three that reach half by the deal are flagged: 21, 15 and 14, where 45 were before",
    expect = "flagged", open = 1, figures = { combined_share = 21 } },
  { "so are three who buy half of what is bought", set = { ["m.measure"] = "purchases" }, expect = "flagged" },
  { "where nobody knows what the shares are of, it is open on which side they are", set = { ["m.measure"] = null },
    expect = "cannot-tell", needs = { "m.measure" } },
  { "what both buy, beside what they sell, leaves it open until it has a market of its own",
    facts = market { 2, 30, 25, 20, 6, 5, 4.5, 4.2, 2.3, 1 }, set = { ["m.measure"] = "revenue" }, add = bought(20, 29),
    expect = "cannot-tell", needs = { "a market with geography DE, measure purchases, product fuel" } },
  { "but half of it is enough", facts = market { 2, 30, 25, 20, 6, 5, 4.5, 4.2, 2.3, 1 }, set = { ["m.measure"] = "revenue" },
    add = bought(20, 30), expect = "flagged", figures = { combined_purchases = 50 } },
  { "49.9 % of three and 71 of five are flagged", set = { ["c-share.percent"] = 13.9, ["i-share.percent"] = 5.1 }, expect = "flagged" },
  { "five with two thirds are flagged, three with less than half: 21.6, 13, 12, 11 and 9.2 %",
    facts = market { 15.6, 13, 12, 11, 9.2, 9.1, 9, 8.1, 7, 6 }, expect = "flagged", figures = { combined_share = 21.6 } },
  { "five with 66.6 % are clear", facts = market { 15.4, 13, 12, 11, 9.2, 9.1, 9, 8.1, 7.2, 6 }, expect = "clear" },
  { "whether a target that may have nothing adds to it cannot be told",
    facts = market({ 35, 20, 15, 10, 9, 6, 5 }, "partial"), set = { ["g-share.percent"] = { min = 0, max = 5 } }, expect = "cannot-tell",
    needs = { "g-share.percent" } },
  { "parties that remain small beside the few are clear",
    facts = market { 2, 30, 25, 20, 6, 5, 4.5, 4.2, 2.3, 1 }, expect = "clear" },
  { "parties that become the third are flagged", facts = market { 11, 25, 20, 14, 7, 6, 5, 4, 4, 4 }, expect = "flagged" },
  { "an unknown share cannot tell", set = { ["m.table"] = "partial", ["c-share.percent"] = { min = 1, max = 14 } },
    expect = "cannot-tell", needs = { "c-share.percent" } },
  { "an order that does not matter may be open: of two with 9 to 10 % nobody needs to know which is larger",
    set = { ["e-share.percent"] = { min = 9, max = 10 }, ["f-share.percent"] = { min = 9, max = 10 } }, expect = "flagged" },
  { "a tie at the cut leaves nothing open: 6 and 4 % beside 30, 10, 10 and five of 8 have 50 with two others",
    facts = market { 6, 30, 10, 10, 8, 8, 8, 8, 8, 4 }, expect = "flagged" },
  { "nor a tie of the parties with the last of five", facts = market { 3, 30, 25, 20, 10, 5, 5, 2 }, expect = "flagged" },
  { "with 0.1 less they are behind it", facts = market { 2.9, 30, 25, 20, 10.1, 5, 5, 2 }, expect = "clear" },
  { "unnamed rivals are not none: 25 % of the parties, and 75 of whom nobody knows",
    facts = market({ 15, 10 }, "partial"), expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "45 % are below half on file, and 55 are unnamed",
    facts = market({ 15, 20, 10 }, "partial"), expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "of 60 % the parties have enough, whoever has the rest", facts = market({ 40, 5, 20 }, "partial"), expect = "flagged" },
  { "unnamed firms with 46 % may all be larger than parties with 4 and a rival with 50",
    facts = market({ 3, 50, 1 }, "partial"), expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "two unnamed and a larger rival may stand before them",
    facts = market({ 6, 50, 4 }, "partial"), expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "unnamed firms that are too small to stand before them leave nothing open",
    facts = market({ 9, 60, 8 }, "partial"), expect = "flagged" },
  { "what is unnamed is too little to carry them over either line",
    facts = market({ 6, 9, 9, 9, 9, 9, 9, 9, 9, 7 }, "partial"), expect = "clear" },
  { "in a table of the largest a place may be free",
    facts = market({ 15, 20, 10 }, "top"), expect = "cannot-tell", needs = { "the shares of the other firms in m" } },
  { "but nobody in it has more than the smaller party",
    facts = market({ 13, 8.6 }, "top"), expect = "clear" },
  { "two places are free beside 22 and 24.6 %: what adding tenths loses fills none",
    facts = market({ 9.8, 24.6, 12.2 }, "top"), expect = "cannot-tell" },
  { "where none is free the unnamed add nothing",
    facts = market({ 10, 12, 11, 8, 8, 8, 8, 7 }, "top"), expect = "clear" },
  { "a market elsewhere is out of scope", set = { ["m.geography"] = "EU" }, expect = "out-of-scope" },
  { "a small stake is out of scope", set = { ["deal.type"] = "partial" },
    add = { holdings = { { holder = "a", entity = "j", stake = 10, votes = 10, control = "none", from = "2024-06-01" } } },
    expect = "out-of-scope" },
  { "a part of unknown size cannot tell", set = { ["deal.type"] = "partial" }, expect = "cannot-tell" },
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
