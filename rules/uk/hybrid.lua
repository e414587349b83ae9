local european_deals = require "european_deals"
local part_bought    = require "part_bought"
local uk_mergers     = require "uk_mergers"

--- Turnover of a role in the United Kingdom as it stood on the day of the deal.
local function uk(role)
  return function(s, _, case) return case:at(s.day):turnover(s[role], "revenue", { geography = "GB" }) end
end

--- The day of the deal, whichever of the two buys: of its closing, while it is open the day asked. For figures.
local function day_of_the_deal(s, _, case)
  local bought = case:transactions { acquirer = s.other, target = s.strong }
  if part_bought.is_any(case:transactions { acquirer = s.strong, target = s.other }) then return case:deal_date(s.strong, s.other) end
  if part_bought.is_any(bought) then return case:deal_date(s.other, s.strong) end
  if part_bought.is_any(case:investments { investor = s.strong, target = s.other }) then return case:deal_date(s.strong, s.other) end
  return case:deal_date(s.other, s.strong)
end

--- The day of the law, whichever of the two buys.
local it_buys, other_buys = uk_mergers.law_at("strong", "other"), uk_mergers.law_at("other", "strong")
local function law_of_the_deal(s, case)
  if case:transactions { acquirer = s.strong, target = s.other }:any() then return it_buys(s, case) end
  if case:transactions { acquirer = s.other, target = s.strong }:any() then return other_buys(s, case) end
  if case:investments { investor = s.strong, target = s.other }:any() then return it_buys(s, case) end
  return other_buys(s, case)
end

--- The party is on file in the market, in its own measure.
local function in_own_measure(s) return s.market:shares_of(s.strong):any() end

--- It is on file there with a part of what is bought, whatever the market's own measure.
local function buys(s, _, case) return case:shares { entity = s.strong, market = s.market, measure = "purchases" }:any() end

---@type Rule
return {
  id           = "uk/hybrid",
  title        = "{strong} is so strong in {market} that the CMA may review its deal with {other}, overlap or not",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = { { "uk-s23-hybrid", at = "s. 23(4C) to (4G): 33 %, 350 million pounds, UK nexus of the other", support = "direct" } },
  in_force     = { from = "2025-01-01" },
  law_at       = law_of_the_deal,
  params       = uk_mergers.params {
    share_line = { 33, "percent", "share of supply by or to one party, at least" },
    size       = { 350e6, "GBP", "UK turnover of the same party, more than" },
  },

  roles    = { "strong", "other", "market" },
  subjects = european_deals.by_markets_of_either,

  figures = uk_mergers.figures(uk_mergers.figures({
    day   = day_of_the_deal,
    share = function(s) return s.market:share(s.strong) end,
    purchases = function(s) return s.market:share(s.strong, "purchases") end,
    strong_uk_turnover = uk "strong",
  }, "strong", "other"), "other", "strong"),

  applies = {
    {
      "the enterprises of {strong} and {other} cease to be distinct, whichever of them buys",
      any = { uk_mergers.cease_to_be_distinct("strong", "other"), uk_mergers.cease_to_be_distinct("other", "strong") },
      no = "the enterprises of {strong} and {other} do not cease to be distinct as far as recorded",
    },
    european_deals.market_in("market", "GB", "the United Kingdom"),
    {
      "{strong} is on file in {market}, supply to it being supply as well",
      function(s, p, case) return in_own_measure(s) or buys(s, p, case) end,
      no = "{strong} is not on file in {market}",
    },
  },

  elements = {
    {
      "{share_line} or more of {market} is supplied by or to {strong}",
      any = {
        {
          "{strong} supplies it, or is supplied",
          all = {
            { "{strong} is on file with a part of it", in_own_measure, no = "{strong} is not on file with a part of it" },
            { "{strong} has {share} of {market}, {>=} {share_line}", "share", ">=", "share_line" },
          },
          no = "{strong} is not on file with {share_line} of {market}",
        },
        {
          "it buys there",
          all = {
            { "it is on file with a part of what is bought there", buys, no = "it is not on file with a part of what is bought there" },
            { "it has {purchases} of what is bought there, {>=} {share_line}", "purchases", ">=", "share_line" },
          },
          no = "it is not on file with {share_line} of what is bought there",
        },
      },
      no = "{strong} is not on file with {share_line} or more of {market}, supplied by it or to it",
    },
    european_deals.active_in("other", "GB", "the United Kingdom"),
    {
      "the turnover of {strong} in the United Kingdom is {strong_uk_turnover}, {>=} {size}", "strong_uk_turnover", ">", "size",
      no = "the turnover of {strong} in the United Kingdom is {strong_uk_turnover}, not above {size}",
    },
  },

  advice = "The nexus is wide: a body formed there, activities there, or supplies to a person there. Ask for each.",
}
