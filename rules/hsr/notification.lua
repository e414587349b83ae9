local deals       = require "deals"
local hsr_deals   = require "hsr_deals"
local hsr_person  = require "hsr_person"
local hsr_size    = require "hsr_size"
local part_bought = require "part_bought"
local thresholds  = require "thresholds"

--- The days on which the buyer sold all that it had of the target, before the deal.
local function sold(s, p, case)
  return part_bought.sold(case, s.buyer, s.target, s.deal_day, p.day)
end

--- What is paid for shares: a convertible, a credit or a loan buys no voting securities. Cumulative records of one sum would
--- add up to more than all the money there is, which therefore bounds them.
local function paid_for_shares(s, p, case)
  local shares = case:investments {
    investor = s.buyer, target = s.target, instrument = "equity", status = { "committed", "paid" },
  }
  for _, day in ipairs(sold(s, p, case)) do shares = shares:since(day) end
  return least(case:invested(s.buyer, s.target):as_recorded(), shares:as_recorded():sum("amount"))
end

--- The steps on file by which the buyer came to what it would hold.
local function steps_on_file(s, p, case)
  local steps = case:transactions {
    acquirer = s.buyer, target = s.target, type = { "merger", "acquisition", "joint-venture", "partial" },
  }
  local open, closed = steps:except { status = "closed" }, steps:where { status = "closed" }
  for _, day in ipairs(sold(s, p, case)) do closed = closed:over("closed", day) end
  return open:sum("value") + closed:sum("value")
end

--- What the deal comes to with the steps before it: a transaction or bound money by its own value at least; announced money on
--- top of all that was bought before, or, where it is said to be the whole, no less than that.
local function value(s, _, case)
  local before, coming = greatest(s.recorded_steps, s.money), hsr_deals.coming(case, s.buyer, s.target)
  if not part_bought.is_any(coming) then return greatest(case:deal_value(s.buyer, s.target), before) end
  local all = before + coming:where { cumulative = false }:as_recorded():sum("amount")
  for whole in coming:where { cumulative = true } do all = greatest(all, whole.amount) end
  return all
end

--- What the buyer would hold is worth more than a line, by what it has paid in all. Money and transactions may be two accounts
--- of the same steps or tell of different ones, which no record says: it is at least the larger and at most both, and the
--- larger where the transactions on file are known to be all.
local function worth_more(line)
  return {
    "what {buyer} would hold of {target} is worth more than {" .. line .. "}",
    any = {
      { "the value of the deal, earlier steps included, is {value}, {>=} {" .. line .. "}", "value", ">", line },
      {
        "money on file was paid in other steps than the transactions, by which {buyer} would hold more",
        all = {
          {
            "money for shares is on file",
            recorded = {
              "investments", investor = "buyer", target = "target", instrument = "equity", status = { "committed", "paid" },
            },
            no = "no money for shares is on file",
          },
          { "the value with all money for shares on top is {total}, {>=} {" .. line .. "}", "total", ">", line },
          {
            "some of the money was paid in steps that are no transactions on file",
            none_of = { { "there were no other steps than the transactions on file", "steps", "<=", "recorded_steps" } },
            no = "there were no other steps than the transactions on file, so that no money was paid in others",
          },
        },
        no = "no money on file was paid in other steps, by which {buyer} would hold more",
      },
    },
    no = "what {buyer} would hold of {target} is worth {value}, no more than {" .. line .. "}",
  }
end

--- By the law before February 2001 half of the votes of a firm was enough, whatever their price, where the firm was large enough
--- itself: of the 15 % of the votes that the statute named, a rule of the FTC left this.
local function half_of_a_firm()
  return {
    "by the law before February 2001 {buyer} would hold enough: {half} of a firm that is large enough itself",
    all = {
      {
        "the law is that before February 2001, by which the sizes of the parties always matter",
        "no_size_test", "<=", "size_line",
        no = "the law is that since February 2001",
      },
      {
        "{buyer} merges with {target} or acquires it, or its votes after the deal, as far as known, are at least {half}",
        any = {
          { "{buyer} merges with {target} or acquires it",
            recorded = { "transactions", acquirer = "buyer", target = "target", type = { "merger", "acquisition" } },
            no = "{buyer} neither merges with {target} nor acquires it" },
          { "its votes after the deal, as far as known, are {votes_after}, {>=} {half}", "votes_after", ">=", "half" },
        },
        no = "{buyer} would hold less than {half} of the votes of {target}",
      },
      {
        "{target} had sales or assets of the size that the law of the day names",
        function(s, p)
          if p.no_size_test > p.size_line then return false end
          return greatest(s.target_sales, s.target_assets) >= p.issuer_line
        end,
        no = "{target} had neither sales nor assets of the size that the law before February 2001 names",
      },
    },
    at = "16 CFR 802.20(b), repealed in 2001",
    no = "{buyer} would not hold {half} of a firm that was large enough by the law before February 2001",
  }
end

--- The two are one person already: on the day before, one controlled the other by votes or a third controlled both so. Who is
--- held by whom is taken as recorded. A deal that is open is seen on the day before the day asked.
local function one_person(s, p, case)
  return hsr_person.same(case:at(s.deal_day - p.day), s.buyer, s.target, p)
end

---@type Rule
return {
  id           = "hsr/notification",
  title        = "The deal of {buyer} and {target} must be notified before it closes",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "US",
  basis        = {
    { "hsr-reading-2020", at = "15 U.S.C. 18a(a): size of transaction and of person", support = "direct" },
    { "hsr-manufacturing", at = "15 U.S.C. 18a(a)(2)(B)(ii): sales of a target count where it makes goods", support = "direct" },
    { "hsr-aggregate", at = "16 CFR 801.13(a), 801.14: what would be held as a result of the acquisition", support = "direct" },
    { "hsr-closing-2019", at = "the threshold is that of the closing day", support = "direct" },
    { "hsr-802-9", at = "15 U.S.C. 18a(c)(9): solely for investment", support = "direct" },
    { "hsr-802-30", at = "16 CFR 802.30(a): a deal within one person", support = "direct" },
    { "hsr-one-person", at = "16 CFR 802.30: half of the votes, not a right to name directors", support = "direct" },
    { "hsr-control", at = "16 CFR 801.1(b): votes, profits, directors", support = "direct" },
    { "hsr-person-accounts", at = "16 CFR 801.11(b)(1): the firms of one person together", support = "direct" },
    { "hsr-persons", at = "16 CFR 801.1(a)(3), 801.2(b): of a unit that is sold, the person of the seller", support = "direct" },
    { "hsr-convertibles", at = "16 CFR 802.31: convertibles", support = "direct" },
    { "hsr-non-corporate", at = "16 CFR 801.2(f): interests without shares", support = "direct" },
  },
  law_at       = hsr_deals.law_at("buyer", "target"),
  params       = {
    size_line    = { by_date = thresholds.hsr_size, "USD", "size of transaction, as adjusted each year" },
    no_size_test = { by_date = thresholds.hsr_no_size_test, "USD", "above it the size of the persons does not matter; none before 2001" },
    issuer_line  = { by_date = thresholds.hsr_small_deal_issuer, "USD", "before February 2001: size of a firm bought by half" },
    upper        = { by_date = thresholds.hsr_person_upper, "USD", "size of person, the larger" },
    lower        = { by_date = thresholds.hsr_person_lower, "USD", "size of person, the smaller" },
    exempt_votes = { 10, "percent", "15 U.S.C. 18a(c)(9): 10 % or less of the votes, solely for investment" },
    half         = { 50, "percent", "16 CFR 801.1(b): who has 50 % of votes, profits or seats or more controls" },
    one          = { 1, "count", "a right that several have together gives control to none of them; one is enough of what is asked for" },
    day          = { 1, "days", "before the deal is the day before it, after a sale the day after" },
    no_votes     = { 0, "percent", "shares without votes and convertibles are not yet voting securities" },
  },

  roles    = { "buyer", "target" },
  subjects = hsr_deals.subjects,

  figures = {
    deal_day       = function(s, _, case) return hsr_deals.date(case, s.buyer, s.target) end,
    steps          = steps_on_file,
    recorded_steps = function(s) return s.steps:as_recorded() end,
    money          = paid_for_shares,
    value          = value,
    total          = function(s) return greatest(s.value, s.recorded_steps + s.money) end,
    votes          = function(s, _, case) return hsr_deals.votes(case, s.buyer, s.target) end,
    votes_to_come  = function(s, p, case) return hsr_deals.votes_to_come(case, s.buyer, s.target, p) end,
    votes_after    = function(s) return s.votes + s.votes_to_come end,
    buyer_sales    = hsr_size.accounts("buyer", "revenue"),
    buyer_assets   = hsr_size.accounts("buyer", "assets"),
    target_sales   = hsr_size.accounts("target", "revenue"),
    target_assets  = hsr_size.accounts("target", "assets"),
  },

  applies = {
    {
      "{buyer} acquires voting shares, assets or control of {target}",
      any = {
        deals.takeover("buyer", "target"),
        {
          "{buyer} takes a part of {target}, with votes",
          all = {
            {
              "{buyer} buys shares of {target}",
              any = {
                {
                  "a partial acquisition is on file",
                  recorded = { "transactions", acquirer = "buyer", target = "target", type = "partial" },
                  no = "no partial acquisition is on file",
                },
                {
                  "money for equity is on file, paid, committed or announced",
                  recorded = {
                    "investments", investor = "buyer", target = "target", instrument = "equity",
                    status = { "announced", "committed", "paid" },
                  },
                  no = "no money for equity is on file",
                },
              },
              no = "{buyer} buys no shares of {target}",
            },
            {
              "what {buyer} holds of {target}, or would hold after the deal, carries votes",
              any = {
                { "the votes of {buyer} in {target} are {votes}, {>=} {no_votes}", "votes", ">", "no_votes" },
                {
                  "the votes that {buyer} is still to buy in {target} are {votes_to_come}, {>=} {no_votes}",
                  "votes_to_come", ">", "no_votes",
                  no = "no part of {target} is on file that {buyer} is still to buy",
                },
              },
              no = "what {buyer} holds of {target} carries no votes",
            },
          },
          no = "{buyer} takes no part of {target} that carries votes",
        },
      },
      no = "{buyer} acquires no voting shares, assets or control of {target}",
    },
  },

  elements = {
    {
      "what {buyer} would hold of {target} is large enough",
      any = { worth_more "size_line", half_of_a_firm() },
      no = "what {buyer} would hold of {target} is worth {value}, no more than {size_line}",
    },
    {
      "the deal is large enough by itself, or the parties are",
      any = {
        {
          "the deal is so large that the sizes of the parties do not matter",
          all = {
            {
              "there is a value from which on they do not",
              "no_size_test", ">", "size_line",
              no = "by the law before February 2001 they always matter",
            },
            worth_more "no_size_test",
          },
          no = "the deal is not so large that the sizes of the parties do not matter",
        },
        { "the larger and the smaller size are met by {buyer} and {target}",
          all = { hsr_size.of("buyer", "upper"), hsr_size.of_bought("target", "lower") },
          no = "the larger size by {buyer} and the smaller by {target} are not both met" },
        { "the larger and the smaller size are met by {target} and {buyer}",
          all = { hsr_size.of("target", "upper"), hsr_size.of("buyer", "lower") },
          no = "the larger size by {target} and the smaller by {buyer} are not both met" },
      },
      no = "the deal is not large enough by itself, and the parties are too small",
    },
  },

  unless = {
    {
      "{buyer} would hold no more than {exempt_votes} of the votes, solely for investment",
      all = {
        hsr_deals.no_takeover("buyer", "target"),
        { "the votes of {buyer} in {target} (on file: {votes}) are {>=} {exempt_votes}", "votes", "<=", "exempt_votes" },
        { "after the deal (as far as known: {votes_after}) they would be {>=} {exempt_votes}", "votes_after", "<=", "exempt_votes" },
        deals.investment_only("buyer", "target"),
      },
    },
    { "{buyer} and {target} were one person before the deal, by {half} of the votes at each step", one_person },
  },

  advice = "Ask if notice was given and the wait is over, who the ultimate parents are (two, of halves), if accounts have those of "
    .. "others in them (observation x-consolidated), if foreign assets or sales exempt it, what earlier shares are worth now (here: "
    .. "their price), if a notice covers this step, and its fee.",
}
