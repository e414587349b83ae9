return {
  rule = "merger-guidelines-2023/related-product",
  facts = {
    entities = { { id = "chips" }, { id = "phones" }, { id = "other" } },
    markets = {
      { id = "input", product = "chips", geography = "US", input_to = { "output" } },
      { id = "output", product = "phones", geography = "US" },
      { id = "elsewhere", product = "toys", geography = "US" },
    },
    shares = {
      { id = "chips-share", market = "input", entity = "chips", percent = 60, from = "2024-06-30" },
      { id = "phones-share", market = "output", entity = "phones", percent = 5, from = "2024-06-30" },
    },
    transactions = {
      {
        id = "deal", acquirer = "chips", target = "phones", type = "acquisition", from = "2024-06-01",
        status = "announced",
      },
    },
  },

  { "a supplier of more than half of an input that buys a user is flagged", expect = "flagged", open = 2,
    subject = { buyer = "chips", target = "phones", related_product = "input" }, figures = { buyer_share = 60 } },
  { "a share of 50 % is clear", set = { ["chips-share.percent"] = 50 }, expect = "clear" },
  { "a share just above is flagged", set = { ["chips-share.percent"] = 50.1 }, expect = "flagged" },
  { "a share just below is clear", set = { ["chips-share.percent"] = 49.9 }, expect = "clear" },
  { "a share that straddles the line cannot tell",
    set = { ["chips-share.percent"] = { min = 45, max = 55 } }, expect = "cannot-tell",
    needs = { "chips-share.percent" } },
  { "the supplier may be the one that is bought",
    set = { ["deal.acquirer"] = "phones", ["deal.target"] = "chips" }, expect = "flagged",
    figures = { target_share = 60 } },
  { "a user of something else is clear", set = { ["phones-share.market"] = "elsewhere" }, expect = "clear" },
  { "a small share of the input is clear whatever the user's",
    set = { ["chips-share.percent"] = 10, ["phones-share.percent"] = 90 }, expect = "clear" },
  { "a market that feeds none gives nobody to ask about", unset = { "input.input_to" }, expect = "not-applicable" },
  { "a material stake will do",
    without = { "deal" },
    add = {
      investments = {
        {
          investor = "chips", target = "phones", amount = { value = 1e9, currency = "USD" }, status = "committed",
          from = "2024-06-01",
        },
      },
    },
    expect = "flagged" },
  { "a small sum is out of scope",
    without = { "deal" },
    add = {
      investments = {
        {
          investor = "chips", target = "phones", amount = { value = 999e6, currency = "USD" }, status = "committed",
          from = "2024-06-01",
        },
      },
    },
    expect = "out-of-scope" },
  { "announced money gives nobody to ask about",
    without = { "deal" },
    add = {
      investments = {
        {
          investor = "chips", target = "phones", amount = { value = 1e9, currency = "USD" }, status = "announced",
          from = "2024-06-01",
        },
      },
    },
    expect = "not-applicable" },
  { "entry into the input rebuts",
    add = { observations = { { about = "input", says = "entry", strength = "moderate" } } }, expect = "rebutted" },
  { "entry into the output rebuts nothing",
    add = { observations = { { about = "output", says = "entry", strength = "moderate" } } }, expect = "flagged",
    open = 2 },
  { "verified efficiencies rebut",
    add = { observations = { { about = "deal", says = "efficiency", strength = "moderate" } } }, expect = "rebutted" },
  { "a deal closed under the older text is out of scope",
    set = { ["deal.from"] = "2023-06-01", ["deal.status"] = "closed", ["deal.closed"] = "2023-12-17" },
    expect = "out-of-scope" },
  { "where every observation is on file, it is not so that entry into the related would be timely, likely and sufficient",
    complete = { { kind = "observation" } }, expect = "flagged" },
  { "where the type of deal is unknown, it is open whether the buyer takes over the target or takes a material interest in it",
    set = { ["deal.type"] = null }, expect = "cannot-tell", needs = { "deal.type" } },
  { "a unit that is sold may have its seller's share of the input",
    add = {
      entities = { { id = "seller" } },
      holdings = { { holder = "seller", entity = "chips", control = "sole", from = "2020-01-01" } },
    },
    set = { ["deal.acquirer"] = "phones", ["deal.target"] = "chips", ["chips-share.entity"] = "seller" },
    expect = "cannot-tell", needs = { "chips-share.entity" } },
  { "so it is where nobody knows whether the seller controls it",
    add = {
      entities = { { id = "seller" } },
      holdings = { { holder = "seller", entity = "chips", stake = 100, control = null, from = "2020-01-01" } },
    },
    set = { ["deal.acquirer"] = "phones", ["deal.target"] = "chips", ["chips-share.entity"] = "seller" },
    expect = "cannot-tell", needs = { "chips-share.entity" } },
  { "it may have had it when the deal had closed and the seller holds it no more",
    add = {
      entities = { { id = "seller" } },
      holdings = {
        { holder = "seller", entity = "chips", control = "sole", from = "2020-01-01", to = "2024-08-31" },
        { holder = "phones", entity = "chips", control = "sole", from = "2024-09-01" },
      },
    },
    set = {
      ["deal.acquirer"] = "phones", ["deal.target"] = "chips", ["chips-share.entity"] = "seller",
      ["deal.status"] = "closed", ["deal.closed"] = "2024-09-01",
    },
    expect = "cannot-tell", needs = { "chips-share.entity" } },
}
