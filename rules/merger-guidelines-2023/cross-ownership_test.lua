--- A chain of n holdings of all of the next firm, without a say in it: from the holder to the last.
local function chain(n)
  local entities, holdings = {}, {}
  for i = 1, n do
    entities[i] = { id = "c" .. i }
    holdings[i] = { id = "link" .. i, holder = i > 1 and "c" .. i - 1 or "holder", entity = "c" .. i, stake = 100, control = "none" }
  end
  return { entities = entities, holdings = holdings }
end

return {
  rule = "merger-guidelines-2023/cross-ownership",
  facts = {
    entities = { { id = "holder" }, { id = "rival" }, { id = "third" } },
    markets = { { id = "m", product = "widgets", geography = "US", table = "complete" } },
    shares = {
      { id = "holder-share", market = "m", entity = "holder", percent = 40, from = "2024-06-30" },
      { id = "rival-share", market = "m", entity = "rival", percent = 25, from = "2024-06-30" },
      { id = "third-share", market = "m", entity = "third", percent = 35, from = "2024-06-30" },
    },
    holdings = { { id = "held", holder = "holder", entity = "rival", stake = 20, votes = 0, control = "none" } },
    complete = { { kind = "holding" } },
  },

  { "a silent stake of 20 % adds 40 x 25 x 0.2 points", expect = "flagged", open = 1, figures = { change = 200, part = 20 },
    subject = { holder = "holder", rival = "rival", market = "m" } },
  { "a change at the line is flagged", set = { ["held.stake"] = 10 }, expect = "flagged", figures = { change = 100 } },
  { "a change just below is clear", set = { ["held.stake"] = 9.9 }, expect = "clear" },
  { "an unknown stake cannot tell, and is what is missing",
    set = { ["held.stake"] = null }, expect = "cannot-tell", needs = { "held.stake" } },
  { "a stake that straddles the line cannot tell",
    set = { ["held.stake"] = { min = 5, max = 15 } }, expect = "cannot-tell", needs = { "held.stake" } },
  { "without a common market there is nobody to ask about", without = { "rival-share" }, expect = "not-applicable" },
  { "without a holding there is nobody to ask about", without = { "held" }, expect = "not-applicable" },
  { "shares held solely for investment rebut where it was found how they are used", set = { ["held.sole_investment"] = true },
    add = { observations = { { about = { "holder", "rival" }, says = "investment-only", strength = "strong" } } }, expect = "rebutted" },
  { "that they are held for it alone leaves open how they are used", set = { ["held.sole_investment"] = true },
    expect = "flagged", open = 1 },
  { "a claim that it only invests rebuts nothing",
    set = { ["held.sole_investment"] = false },
    add = { observations = { { about = { "holder", "rival" }, says = "investment-only", strength = "weak" } } },
    expect = "flagged", open = 1 },
  { "on the last day of the older text it is out of scope", as_of = "2023-12-17",
    set = {
      ["holder-share.from"] = "2023-06-30", ["rival-share.from"] = "2023-06-30", ["third-share.from"] = "2023-06-30",
    },
    expect = "out-of-scope" },
  { "on the first day of this text it is flagged", as_of = "2023-12-18",
    set = {
      ["holder-share.from"] = "2023-06-30", ["rival-share.from"] = "2023-06-30", ["third-share.from"] = "2023-06-30",
    },
    expect = "flagged" },
  { "where every observation is on file, it is not so that the holder holds its interest in the rival solely for investment",
    set = { ["held.sole_investment"] = false },
    add = { observations = { { strength = "weak", says = "investment-only", about = { "holder", "rival" } } } },
    complete = { { kind = "holding" }, { kind = "observation" } },
    expect = "flagged" },
  { "where it is not known whether held has ended, it is open whether the holder holds shares of the rival",
    set = { ["held.to"] = null }, expect = "cannot-tell", needs = { "held.to" } },
  { "a part that is held through another counts: half of 20 %, the line",
    set = { ["held.holder"] = "between" },
    add = {
      entities = { { id = "between" } },
      holdings = { { id = "link", holder = "holder", entity = "between", stake = 50, control = "none" } },
    },
    expect = "flagged", subject = { holder = "holder", rival = "rival", market = "m" }, figures = { part = 10, change = 100 } },
  { "a chain whose link is unknown cannot tell, and the link is what is missing",
    set = { ["held.holder"] = "between" },
    add = {
      entities = { { id = "between" } },
      holdings = { { id = "link", holder = "holder", entity = "between", stake = null, control = "none" } },
    },
    expect = "cannot-tell", needs = { "link.stake" } },
  { "a chain that ends in nothing is out of scope",
    set = { ["held.holder"] = "between" },
    add = {
      entities = { { id = "between" } },
      holdings = { { id = "link", holder = "holder", entity = "between", stake = 0, control = "none" } },
    },
    expect = "out-of-scope" },
  { "a chain is followed however long it is", set = { ["held.holder"] = "c20" }, add = chain(20),
    expect = "flagged", subject = { holder = "holder", rival = "rival", market = "m" }, figures = { part = 20, change = 200 } },
  { "a market of purchases is one in which nobody sells", set = { ["m.measure"] = "purchases" }, expect = "out-of-scope" },
  { "so is one without a measure whose rows are all of purchases",
    set = { ["holder-share.measure"] = "purchases", ["rival-share.measure"] = "purchases" }, expect = "out-of-scope" },
  { "where nobody knows what its shares are of, it is open", set = { ["m.measure"] = null },
    expect = "cannot-tell", needs = { "m.measure" } },
}
