local calendar            = require "calendar"
local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local part_bought         = require "part_bought"
local undertakings        = require "undertakings"

--- Seats in the Union, as files name them.
local SEATS = { "EU" }
for _, code in ipairs(european_thresholds.member_codes) do table.insert(SEATS, code) end

--- A firm is established in the Union. A seat there shows it; a seat elsewhere does not show the contrary, since a firm of the
--- group is enough.
local function established(role)
  local firm = "{" .. role .. "}"
  return {
    firm .. " is established in the Union",
    function(s, _, case)
      return not case:entities { id = below(s[role]), jurisdiction = SEATS }:none()
    end,
    no = "nothing on file shows " .. firm .. " established in the Union",
  }
end

--- A firm is established in the Union and has a turnover there of at least the size.
local function large(role, figure)
  return {
    "{" .. role .. "} is established in the Union and has a turnover of {size} there",
    all = {
      { "the turnover of {" .. role .. "} in the Union is {" .. figure .. "}, {>=} {size}", figure, ">=", "size" },
      established(role),
    },
    no = "{" .. role .. "} is not on file as established in the Union with a turnover of {size} there",
  }
end

--- What a party had received by the day on which the deal was agreed.
local function received(role)
  return function(s, _, case) return case:at(s.day):turnover(s[role], "x-foreign-contributions") end
end

--- The day of the agreement; where only money is on file, the day of the deal. For figures.
local function day_agreed(s, _, case)
  local deals = case:transactions { acquirer = s.buyer, target = s.target }
  if part_bought.is_any(deals) then return deals:latest().from end
  return case:deal_date(s.buyer, s.target)
end

--- Whoever else is asked for its contributions: those who control the buyer with others, and the other parents of a joint venture.
local function others(s, case)
  local firms = undertakings.partners(s, case, case)
  for i, firm in ipairs(undertakings.buyer_and_parents(s, case)) do
    if i > 1 then table.insert(firms, firm) end
  end
  return firms
end

local agreed_on, closed_on = european_deals.announcement(), european_deals.closing()

---@type Rule
return {
  id           = "eu/fsr-notification",
  title        = "The deal of {buyer} and {target} must be notified as one with foreign subsidies",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-fsr-merger", at = "Art. 20(3): 500 and 50 million euro; Art. 53(3): agreed from 13 July 2023; Art. 54(4)", support = "direct" },
    { "eu-fsr-merger", at = "Art. 22(4)(c), 23: contributions to those who control a party", support = "direct" },
  },
  in_force     = { from = "2023-07-13" },
  law_at       = agreed_on,
  params       = calendar.params {
    size          = { 500e6, "EUR", "target, merging party or joint venture in the Union, at least" },
    contributions = { 50e6, "EUR", "foreign financial contributions to all parties in three years, more than" },
    half_of_votes = european_deals.half_of_votes(),
    before_duty   = {
      by_date = { { 285, from = "2023-07-13" }, { 0, from = "2023-10-12" } }, "days",
      "Art. 54(4): of the year in which the deal was agreed, until the duty to notify began on 12 October 2023",
    },
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    buyer_union = function(s, _, case)
      return undertakings.turnover(case:at(case:deal_date(s.buyer, s.target)), s.buyer, "revenue", "EU")
    end,
    target_union = function(s, _, case)
      return undertakings.turnover(case:at(case:deal_date(s.buyer, s.target)), s.target, "revenue", "EU")
    end,
    day          = day_agreed,
    sum_to_buyer = received "buyer",
    sum_to_target = received "target",
    together     = function(s) return s.sum_to_buyer + s.sum_to_target end,
  },

  applies = {
    {
      "foreign financial contributions are on file", recorded = { "financials", metric = "x-foreign-contributions" },
      no = "no foreign financial contributions are on file",
    },
    european_deals.concentration(),
    {
      "the deal had not closed before the duty to notify began",
      function(s, p, case) return closed_on(s, case) >= calendar.end_of_last_year(agreed_on(s, case), p) + p.before_duty end,
      no = "the deal closed before the duty to notify began",
    },
    {
      "foreign financial contributions to {buyer} or {target}, or to who controls one of them with others, are on file",
      any = {
        {
          "some to {buyer} or {target} are on file",
          recorded = { "financials", entity = { "buyer", "target" }, metric = "x-foreign-contributions" },
          no = "none to {buyer} or {target} are on file",
        },
        {
          "some to who controls one of them with others are on file",
          function(s, _, case)
            local firms = others(s, case)
            if #firms < 1 then return false end -- an empty list is no filter
            return case:financials { entity = firms, metric = "x-foreign-contributions" }:any()
          end,
          no = "none to anybody who controls one of them with others are on file",
        },
      },
      no = "no foreign financial contributions to {buyer} or {target} are on file",
    },
  },

  elements = {
    {
      "the target, or in a merger one of the two, is established in the Union and has a turnover of {size} there",
      any = {
        large("target", "target_union"),
        {
          "{buyer} merges with {target}, is established in the Union and has that turnover",
          all = {
            {
              "a merger is on file",
              recorded = { "transactions", acquirer = "buyer", target = "target", type = "merger" },
              no = "no merger is on file",
            },
            large("buyer", "buyer_union"),
          },
          no = "no merger with such a buyer is on file",
        },
      },
      no = "neither {target} nor, in a merger, {buyer} is established in the Union with a turnover of {size} there",
    },
    {
      "{buyer} and {target} received more than {contributions} from States outside the Union",
      any = {
        { "together it was {together}, {>=} {contributions}", "together", ">", "contributions" },
        { "{buyer} alone received {sum_to_buyer}, {>=} {contributions}", "sum_to_buyer", ">", "contributions" },
        { "{target} alone received {sum_to_target}, {>=} {contributions}", "sum_to_target", ">", "contributions" },
        {
          "with those who control {buyer} jointly, or form a joint venture, it was more than {contributions}",
          function(s, p, case)
            local then_ = case:at(s.day)
            local firms = undertakings.all_of_them(s, case, then_)
            if #firms < 3 then return false end
            return undertakings.together_over(then_, firms, "x-foreign-contributions", "worldwide", p.contributions)
          end,
          no = "nobody else's contributions bring it above {contributions}",
        },
      },
      no = "{buyer} and {target} received {together}, not above {contributions}",
    },
  },

  advice = "Ask whether the firm with that turnover has a seat, a subsidiary or a lasting branch in the Union. Contributions are more than "
    .. "subsidies: ask for capital, loans, guarantees, tax holidays and sales to public bodies of any State outside the Union in the "
    .. "three years before the agreement.",
}
