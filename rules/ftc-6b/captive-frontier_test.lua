--- What the second cloud puts into the second developer besides.
local function more_money(amount)
  return {
    investments = {
      {
        id = "more", investor = "cloud2", target = "lab2", amount = { value = amount, currency = "USD" }, status = "paid",
        from = "2024-01-23",
      },
    },
  }
end

return {
  rule = "ftc-6b/captive-frontier",
  facts = {
    entities = {
      { id = "cloud1", activities = { "cloud-provider", "ai-developer" } },
      { id = "cloud2", activities = { "cloud-provider" } },
      { id = "cloud3", activities = { "cloud-provider" } },
      { id = "cloud4", activities = { "cloud-provider" } },
      { id = "lab1", activities = { "ai-developer" } },
      { id = "lab2", activities = { "ai-developer" } },
      { id = "lab3", activities = { "ai-developer" } },
    },
    markets = { { id = "cloud", product = "cloud-infrastructure", geography = "worldwide", table = "top" } },
    shares = {
      { id = "share1", market = "cloud", entity = "cloud1", percent = 31, from = "2024-09-30" },
      { id = "share2", market = "cloud", entity = "cloud2", percent = 20, from = "2024-09-30" },
      { id = "share3", market = "cloud", entity = "cloud3", percent = 12, from = "2024-09-30" },
      { id = "share4", market = "cloud", entity = "cloud4", percent = 4, from = "2024-09-30" },
    },
    investments = {
      {
        id = "first", investor = "cloud1", target = "lab1", amount = { value = 8e9, currency = "USD" },
        status = "committed", from = "2023-09-25",
      },
      {
        id = "again", investor = "cloud3", target = "lab1", amount = { value = 2e9, currency = "USD" },
        status = "committed", from = "2023-10-27",
      },
      {
        id = "second", investor = "cloud2", target = "lab2", amount = { value = 13e9, currency = "USD" },
        status = "committed", from = "2023-01-23",
      },
    },
  },

  { "two of three developers tied to the three largest clouds are flagged",
    expect = "flagged", open = 0, figures = { number = 3, tied = 2 } },
  { "half of the developers is flagged",
    add = { entities = { { id = "lab4", activities = { "ai-developer" } } } },
    expect = "flagged", figures = { number = 4, tied = 2 } },
  { "fewer than half is clear",
    add = {
      entities = { { id = "lab4", activities = { "ai-developer" } }, { id = "lab5", activities = { "ai-developer" } } },
    },
    expect = "clear" },
  { "one of three is clear", without = { "second" }, expect = "clear" },
  { "a sum at the line is no tie yet",
    set = { ["second.amount"] = { value = 1e9, currency = "USD" } }, expect = "clear" },
  { "a sum that may pass the line cannot tell",
    set = { ["second.amount"] = { value = { min = 500e6, max = 2e9 }, currency = "USD" } },
    expect = "cannot-tell", needs = { "second.amount" } },
  { "sums that pass the line together are a tie", set = { ["second.amount"] = { value = 600e6, currency = "USD" } },
    add = more_money(600e6), expect = "flagged", figures = { tied = 2 } },
  { "those that come to the line are none", set = { ["second.amount"] = { value = 600e6, currency = "USD" } },
    add = more_money(400e6), expect = "clear", figures = { tied = 1 } },
  { "beside a sum below the line an unknown one cannot tell", set = { ["second.amount"] = { value = 600e6, currency = "USD" } },
    add = more_money(null), expect = "cannot-tell", needs = { "more.amount" }, figures = { tied = { min = 1, max = 2 } } },
  { "announced money is no tie", set = { ["second.status"] = "announced" }, expect = "clear" },
  { "money of the fourth cloud is no tie", set = { ["second.investor"] = "cloud4" }, expect = "clear" },
  { "an undecided order of clouds cannot tell",
    set = { ["share3.percent"] = { min = 3, max = 12 } }, expect = "cannot-tell", needs = { "share3.percent" } },
  { "of a partial table a supplier that it does not name may be one of the three: money of the third cannot tell",
    set = { ["cloud.table"] = "partial", ["second.investor"] = "cloud3" }, expect = "cannot-tell",
    figures = { tied = { min = 1, max = 2 } } },
  { "money of those who are surely among them does", set = { ["cloud.table"] = "partial" }, expect = "flagged", figures = { tied = 2 } },
  { "money of the third counts where the table names all that are larger", set = { ["second.investor"] = "cloud3" }, expect = "flagged" },
  { "a sum of one that may pass the line leaves nothing open where too few are tied with it",
    without = { "first", "again" }, set = { ["second.amount"] = { value = { min = 500e6, max = 2e9 }, currency = "USD" } },
    expect = "clear", figures = { tied = { min = 0, max = 1 } } },
  { "two developers are too few to say", without = { "lab3" }, expect = "out-of-scope" },
  { "a firm whose activities are not recorded may be one more developer",
    add = { entities = { { id = "stranger" } } }, expect = "cannot-tell", needs = { "stranger.activities" },
    figures = { number = { min = 3, max = 4 } } },
  { "without a market for cloud there is nothing to ask about",
    facts = { entities = { { id = "lab1", activities = { "ai-developer" } } } }, expect = "not-applicable" },
  { "where it is not known what lab1 does, it is open whether number independent AI developers are on file, at or above 3",
    set = { ["lab1.activities"] = null }, expect = "cannot-tell", needs = { "lab1.activities" } },
}
