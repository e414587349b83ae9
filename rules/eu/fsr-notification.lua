local candidates     = require "candidates"
local european_deals = require "european_deals"

---@type Rule
return {
  id           = "eu/fsr-notification",
  title        = "The deal of {buyer} and {target} must be notified as one with foreign subsidies",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = { { "eu-fsr-merger", at = "Art. 20(3) (number recalled): 500 and 50 million euro", support = "reported" } },
  in_force     = { from = "2023-10-12" },
  law_at       = european_deals.closing(),
  params       = {
    size          = { 500e6, "EUR", "target, merging party or joint venture in the Union, at least" },
    contributions = { 50e6, "EUR", "foreign financial contributions to all parties in three years, more than" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    buyer_union = function(s, _, case)
      return case:at(case:deal_date(s.buyer, s.target)):turnover(s.buyer, "revenue", { geography = "EU" })
    end,
    target_union = function(s, _, case)
      return case:at(case:deal_date(s.buyer, s.target)):turnover(s.target, "revenue", { geography = "EU" })
    end,
    sum_to_buyer = function(s, _, case) return case:turnover(s.buyer, "x-foreign-contributions") end,
    sum_to_target = function(s, _, case) return case:turnover(s.target, "x-foreign-contributions") end,
    together     = function(s) return s.sum_to_buyer + s.sum_to_target end,
  },

  applies = {
    european_deals.concentration(),
    {
      "foreign financial contributions to {buyer} or {target} are on file",
      recorded = { "financials", entity = { "buyer", "target" }, metric = "x-foreign-contributions" },
      no = "no foreign financial contributions to {buyer} or {target} are on file",
    },
  },

  elements = {
    {
      "the target, or in a merger one of the two, has a turnover of {size} in the Union",
      any = {
        { "the turnover of {target} in the Union is {target_union}, {>=} {size}", "target_union", ">=", "size" },
        {
          "{buyer} merges with {target} and has that turnover",
          all = {
            {
              "a merger is on file",
              recorded = { "transactions", acquirer = "buyer", target = "target", type = "merger" },
              no = "no merger is on file",
            },
            { "the turnover of {buyer} in the Union is {buyer_union}, {>=} {size}", "buyer_union", ">=", "size" },
          },
          no = "no merger with a buyer of that turnover is on file",
        },
      },
      no = "neither {target} nor, in a merger, {buyer} has a turnover of {size} in the Union",
    },
    {
      "{buyer} and {target} received more than {contributions} from States outside the Union",
      any = {
        { "together it was {together}, {>=} {contributions}", "together", ">", "contributions" },
        { "{buyer} alone received {sum_to_buyer}, {>=} {contributions}", "sum_to_buyer", ">", "contributions" },
        { "{target} alone received {sum_to_target}, {>=} {contributions}", "sum_to_target", ">", "contributions" },
      },
      no = "{buyer} and {target} received {together}, not above {contributions}",
    },
  },

  advice = "Ask whether the firm with that turnover is established in the Union. Contributions are more than subsidies: ask for capital, "
    .. "loans, guarantees, tax holidays and sales to public bodies of any State outside the Union in the three years before the agreement.",
}
