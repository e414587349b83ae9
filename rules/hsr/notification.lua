local candidates = require "candidates"
local deals      = require "deals"
local thresholds = require "thresholds"

--- A person is at least as large as a line, by sales or by assets.
local function sized(who, line)
  return {
    "{" .. who .. "} has sales or assets of at least {" .. line .. "}",
    any = {
      { "sales of {" .. who .. "} are {" .. who .. "_sales}, {>=} {" .. line .. "}", who .. "_sales", ">=", line },
      { "assets of {" .. who .. "} are {" .. who .. "_assets}, {>=} {" .. line .. "}", who .. "_assets", ">=", line },
    },
    no = "{" .. who .. "} has neither sales nor assets of at least {" .. line .. "}",
  }
end

local function accounts(who, metric)
  return function(s, _, case) return case:turnover(s[who], metric) end
end

--- What is paid for shares: a convertible, a credit or a loan buys no voting securities. Cumulative records of one sum would
--- add up to more than all the money there is, which therefore bounds them.
local function paid_for_shares(s, case)
  local shares = case:investments {
    investor = s.buyer, target = s.target, instrument = "equity", status = { "committed", "paid" },
  }
  return least(case:invested(s.buyer, s.target):as_recorded(), shares:as_recorded():sum("amount"))
end

--- What the buyer would hold as a result of the deal, by what it has paid in all. Money and transactions are two accounts of
--- the same steps, so the larger counts, never both.
local function value_held(s, _, case)
  local steps = case:transactions {
    acquirer = s.buyer, target = s.target, type = { "merger", "acquisition", "joint-venture", "partial" },
  }
  local earlier = greatest(steps:as_recorded():sum("value"), paid_for_shares(s, case))
  return greatest(case:deal_value(s.buyer, s.target), earlier)
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
    { "hsr-aggregate", at = "15 U.S.C. 18a(a)(2): what would be held as a result of the acquisition", support = "direct" },
    { "hsr-closing-2019", at = "the threshold is that of the closing day", support = "direct" },
    { "hsr-802-9", at = "15 U.S.C. 18a(c)(9): solely for investment", support = "direct" },
    { "hsr-convertibles", at = "convertibles and interests without shares", support = "direct" },
  },
  law_at       = deals.law_at("buyer", "target"),
  params       = {
    size_line    = { by_date = thresholds.hsr_size, "USD", "size of transaction, as adjusted each year" },
    no_size_test = { by_date = thresholds.hsr_no_size_test, "USD", "above it the size of the persons does not matter" },
    upper        = { by_date = thresholds.hsr_person_upper, "USD", "size of person, the larger" },
    lower        = { by_date = thresholds.hsr_person_lower, "USD", "size of person, the smaller" },
    exempt_votes = { 10, "percent", "15 U.S.C. 18a(c)(9): 10 % or less of the votes, solely for investment" },
    no_votes     = { 0, "percent", "shares without votes and convertibles are not yet voting securities" },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    value         = value_held,
    votes         = function(s, _, case) return case:held(s.buyer, s.target, "votes") end,
    buyer_sales   = accounts("buyer", "revenue"),
    buyer_assets  = accounts("buyer", "assets"),
    target_sales  = accounts("target", "revenue"),
    target_assets = accounts("target", "assets"),
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
                  "money has gone in for equity",
                  recorded = {
                    "investments", investor = "buyer", target = "target", instrument = "equity", status = { "committed", "paid" },
                  },
                  no = "no money has gone in for equity",
                },
              },
              no = "{buyer} buys no shares of {target}",
            },
            { "{buyer} holds {votes} of the votes, {>=} {no_votes}", "votes", ">", "no_votes" },
          },
          no = "{buyer} takes no part of {target} that carries votes",
        },
      },
      no = "{buyer} acquires no voting shares, assets or control of {target}",
    },
  },

  elements = {
    { "the deal is worth {value}, earlier steps included, {>=} {size_line}", "value", ">", "size_line" },
    {
      "the deal is large enough by itself, or the parties are",
      any = {
        { "the deal is worth {value}, earlier steps included, {>=} {no_size_test}", "value", ">", "no_size_test" },
        { "the larger and the smaller size are met by {buyer} and {target}", all = { sized("buyer", "upper"), sized("target", "lower") },
          no = "the larger size by {buyer} and the smaller by {target} are not both met" },
        { "the larger and the smaller size are met by {target} and {buyer}", all = { sized("target", "upper"), sized("buyer", "lower") },
          no = "the larger size by {target} and the smaller by {buyer} are not both met" },
      },
      no = "the deal is worth no more than {no_size_test}, and the parties are too small",
    },
  },

  unless = {
    {
      "{buyer} holds no more than {exempt_votes} of the votes, solely for investment",
      all = {
        { "{buyer} holds {votes} of the votes, {>=} {exempt_votes}", "votes", "<=", "exempt_votes" },
        deals.investment_only("buyer", "target"),
      },
    },
  },

  advice = "Ask whether notice was given and the waiting period is over, who the ultimate parents are (the seller's, where a unit is "
    .. "sold), whether foreign assets or sales take the deal out, what earlier shares are worth now (here: their price), if "
    .. "a notice covers this step, and what fee its value sets.",
}
