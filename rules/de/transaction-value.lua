local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local german_mergers      = require "german_mergers"
local turnover            = require "turnover"

--- A figure of the accounts in Germany; what is not on file is not there.
local function at_home(metric)
  return { "financials", entity = "target", metric = metric, geography = "DE" }
end

---@type Rule
return {
  id           = "de/transaction-value",
  title        = "The deal of {buyer} and {target} must be notified to the Bundeskartellamt because of its value",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "DE",
  basis        = {
    { "de-35-1a", at = "s. 35(1a), 38(4a) GWB: 400 million euro, substantial domestic activity", support = "direct" },
    { "de-35-1a-old", at = "the same with 25 and 5 million euro from 9 June 2017", support = "direct" },
    { "de-36-2", at = "s. 36(2) sentence 2 GWB: each of those who control a party jointly", support = "direct" },
    { "de-msft-inflection", at = "above 400 million euro, too little activity in Germany", support = "analogy" },
  },
  law_at       = european_deals.closing(),
  params       = german_mergers.params(turnover.union_params {
    world  = { by_date = european_thresholds.de_world, "EUR", "worldwide together, more than" },
    first  = { by_date = european_thresholds.de_first, "EUR", "one party in Germany, more than" },
    second = { by_date = european_thresholds.de_second, "EUR", "no. 2 b: neither target nor another concerned in Germany, more than" },
    line   = { by_date = european_thresholds.de_value, "EUR", "consideration, more than" },
    some   = { 1e6, "EUR", "our choice: turnover in Germany that is more than a trace; the law says substantial" },
    users  = { 10000, "count", "our choice: users in Germany that are more than a trace; the law says substantial" },
  }),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = (function()
    local made = german_mergers.figures(turnover.figures(european_deals.closing_day(), { { "german", "DE" } }))
    made.value = function(s, _, case) return case:deal_value(s.buyer, s.target) end
    made.number_of_users = turnover.of("target", "DE", "users")
    return made
  end)(),

  applies = {
    german_mergers.concentration(),
    european_deals.active_in("target", "DE", "Germany"),
  },

  elements = {
    { "the deal is worth {value}, {>=} {line}", "value", ">", "line" },
    turnover.combined_over "world",
    turnover.buyer_over("german", "first", "in Germany"),
    {
      "the turnover of {target} in Germany is {target_german_turnover}, {>=} {second}", "target_german_turnover", "<=", "second",
      no = "the turnover of {target} in Germany is {target_german_turnover}, above {second}: s. 35(1) applies",
    },
    turnover.no_other_parent_over("german", "second", "in Germany"),
    {
      "{target} is active in Germany to a substantial extent",
      any = {
        {
          "{target} has a turnover of more than a trace in Germany",
          all = {
            { "its turnover in Germany is on file", recorded = at_home "revenue", no = "no turnover in Germany is on file" },
            { "it is {target_german_turnover}, {>=} {some}", "target_german_turnover", ">=", "some" },
          },
          no = "{target} has no turnover of {some} in Germany on file",
        },
        {
          "{target} has more than a trace of users in Germany",
          all = {
            { "its users in Germany are on file", recorded = at_home "users", no = "no users in Germany are on file" },
            { "they are {number_of_users}, {>=} {users}", "number_of_users", ">=", "users" },
          },
          no = "{target} has no {users} users in Germany on file",
        },
        {
          "{target} has business users in Germany",
          function(s, _, case)
            return case:at(s.day):financials { entity = s.target, metric = "business-users", geography = "DE" }:any()
          end,
          no = "no business users of {target} in Germany are on file",
        },
        {
          "{target} has a share of a market in Germany",
          function(s, _, case)
            local then_ = case:at(s.day)
            return then_:shares { entity = s.target, market = then_:markets { geography = "DE" }, percent = "some" }:any()
          end,
          no = "no share of {target} in a market in Germany is on file",
        },
      },
      no = "{target} is not active in Germany to a substantial extent as far as recorded",
    },
  },

  unless = { turnover.goes_to_the_commission() },

  advice = "Consideration is the price with debts taken over: ask for them, for later payments, and how many users, staff and customers "
    .. "{target} has in Germany. The Federal Court found in June 2025 (KVR 77/22) that little is enough.",
}
