--- Dominance from market shares: one factory for the presumptions and the band below them, in the Union and its States.
local european_deals = require "european_deals"

local european_dominance = {}

local SOLID = { "moderate", "strong" }

--- The share that a role has in a market.
local function share(s) return s.market:share(s.firm) end

--- The market some years before the day asked.
local function earlier_market(s, p, case) return case:at(case.as_of - p.held_for):markets { id = s.market }:one() end

--- The share some years before the day asked.
local function earlier_share(s, p, case) return earlier_market(s, p, case):share(s.firm) end

--- Nobody buys, funds or binds anybody in this case.
local function nobody_deals(case)
  if not case:transactions():as_recorded():none() then return false end
  if not case:investments():as_recorded():none() then return false end
  return case:agreements():as_recorded():none()
end

--- The firm buys, sells, funds or binds somebody in this case, or an authority looks at it. The law of dominance asks for no deal, but
--- in a file of deals everybody else with a large share is a bystander, whom this case is not about: that is said, and they are out of
--- scope. A file without any deal is about the firms themselves.
local function party()
  return {
    "{firm} is a party to a deal, an agreement or a proceeding on file, or there is none of anybody",
    any = {
      { "it is a buyer", recorded = { "transactions", acquirer = "firm" }, no = "it buys nobody" },
      { "it is bought", recorded = { "transactions", target = "firm" }, no = "nobody buys it" },
      { "it has put money into others", recorded = { "investments", investor = "firm" }, no = "it has put money into nobody" },
      { "others have put money into it", recorded = { "investments", target = "firm" }, no = "nobody has put money into it" },
      {
        "it has a part of another firm",
        function(s, _, case) return case:holdings { holder = s.firm }:except { entity = s.firm }:any() end,
        no = "it has a part of no other firm",
      },
      { "it holds rights by agreement", recorded = { "agreements", holder = "firm" }, no = "it holds no rights by agreement" },
      { "it is bound by agreement", recorded = { "agreements", grantor = "firm" }, no = "it is bound by no agreement" },
      {
        "an authority proceeds against it", recorded = { "proceedings", against = "firm" },
        no = "no authority proceeds against it",
      },
      {
        "no deal and no agreement of anybody is on file",
        function(_, _, case) return nobody_deals(case) end,
        no = "deals or agreements of others are on file",
      },
    },
    no = "{firm} is a party to none of the deals, agreements and proceedings on file",
  }
end

-- ---- as a supplier, or as a buyer ----

--- Rows of what the firm has in the market, of purchases or of sales.
local function rows(s, case, purchases) return european_deals.shares_of(case, s.firm, s.market, purchases) end

--- Does the firm sell in the market?
local sells = european_deals.sells("firm", "market")[2]

--- The firm is in the market on one side or the other.
local function in_market()
  return {
    "{firm} is on file in {market}",
    any = {
      { "as a supplier it is", sells, no = "as a supplier it is not" },
      { "as a buyer it is", function(s, _, case) return rows(s, case, true):any() end, no = "as a buyer it is not" },
    },
    no = "{firm} is on file neither as a supplier of {market} nor as a buyer in it",
  }
end

--- Is a part at the line or above, and below the upper line where the rule has one?
local function within(band, part, p)
  if part < p.line then return false end
  if band then return part < p.upper end
  return true
end

--- The firm reaches the line on one side of the market. One test a side: of most firms one of the two is not on file.
---@param banded boolean whether the rule has the param `upper`
local function reaches(banded)
  local more = banded and ", {line} or more and less than {upper}" or ", {line} or more"
  local band = banded and "{line} or more, and less than {upper}," or "{line} or more"
  return {
    "{firm} has " .. band .. " of {market}, as a supplier or as a buyer",
    any = {
      {
        "as a supplier it has {share}" .. more,
        function(s, p, case)
          if not sells(s, p, case) then return false end
          return within(banded, s.share, p)
        end,
        no = "as a supplier it is not on file with " .. band .. " of it",
      },
      {
        "as a buyer it has {purchases} of what is bought" .. more,
        function(s, p, case)
          if not rows(s, case, true):any() then return false end
          return within(banded, s.purchases, p)
        end,
        no = "as a buyer it is not on file with " .. band .. " of it",
      },
    },
    no = "{firm} is not on file with " .. band .. " of {market}, neither as a supplier nor as a buyer",
  }
end

--- On one side of the market nothing has lasted: the firm is not there, is below the line, or was some years before.
local function not_lasting(side, purchases, now, earlier)
  return {
    "as a " .. side .. " {firm} has not had {line} or more for {held_for}",
    any = {
      {
        "it is not on file as a " .. side,
        function(s, _, case) return rows(s, case, purchases):as_recorded():none() end,
        no = "it is on file as a " .. side,
      },
      { "it has {" .. now .. "}, {>=} {line}", now, "<", "line" },
      { "it had {" .. earlier .. "} {held_for} before, {>=} {line}", earlier, "<", "line" },
    },
    no = "as a " .. side .. " {firm} has had {line} or more for {held_for}",
  }
end

--- Makes a rule on suppliers one on buyers too.
local function count_buyers(rule, o)
  rule.figures.purchases = function(s) return s.market:share(s.firm, "purchases") end
  rule.figures.earlier_purchases = function(s, p, case) return earlier_market(s, p, case):share(s.firm, "purchases") end
  rule.applies[3] = in_market()
  rule.elements = { reaches(o.upper and true or false) }
  rule.unless[1] = {
    "{firm} had less than {line} of {market} {held_for} before, so that its share has not lasted",
    all = { not_lasting("supplier", false, "share", "earlier_share"), not_lasting("buyer", true, "purchases", "earlier_purchases") },
  }
  return rule
end

--- A rule on the share of one firm.
---@param o table id, title, severity, nature, jurisdiction, basis, in_force, upper and buyers (optional; buyers: a buyer's share counts
--- too), line, held_for, places, place, advice
---@return Rule
function european_dominance.rule(o)
  local rule = {
    id = o.id, title = o.title, severity = o.severity, nature = o.nature, jurisdiction = o.jurisdiction, basis = o.basis,
    in_force = o.in_force or nil,
    params   = { line = o.line, held_for = o.held_for },
    roles    = { "firm", "market" },
    subjects = european_deals.suppliers_of_markets,
    figures  = { share = share, earlier_share = earlier_share },
    applies  = {
      european_deals.market_in("market", o.places, o.place),
      party(),
      european_deals.sells("firm", "market"),
    },
    elements = {
      {
        "{firm} has {share} of {market}, {>=} {line}", "share", ">=", "line",
        no = "{firm} has {share} of {market}, below {line}",
      },
    },
    unless = {
      {
        "{firm} had {earlier_share} of {market} {held_for} before, {>=} {line}, so that its share has not lasted",
        "earlier_share", "<", "line",
      },
      {
        "rivals can and will enter {market} in time and in size",
        recorded = { "observations", says = "entry", about = "market", strength = SOLID },
      },
      {
        "customers of {market} can turn to something else",
        recorded = { "observations", says = "substitute", about = "market", strength = SOLID },
      },
    },
    advice = o.advice,
  }
  if o.upper then
    rule.params.upper = o.upper
    table.insert(rule.elements, {
      "{share} is {>=} {upper}, from which on dominance is presumed", "share", "<", "upper",
    })
  end
  return o.buyers and count_buyers(rule, o) or rule
end

--- A dominant firm buys another, and no authority was told: Art. 102 after closing.
---@param o table id, title, severity, jurisdiction, basis, places, place, advice
---@return Rule
function european_dominance.buys_unseen(o)
  return {
    id = o.id, title = o.title, severity = o.severity, nature = "indicator", jurisdiction = o.jurisdiction, basis = o.basis,
    in_force = { from = "2023-03-16" },
    params   = {
      line = { 50, "percent", "a share from which dominance is presumed (AKZO)" },
      half_of_votes = european_deals.half_of_votes(),
    },
    roles    = { "buyer", "target", "market" },
    subjects = european_deals.by_buyers_market,
    figures  = {
      share = function(s) return s.market:share(s.buyer) end,
      fed   = function(s) return s.market.input_to end,
    },
    applies = {
      european_deals.concentration(),
      european_deals.market_in("market", o.places, o.place),
      european_deals.sells("buyer", "market"),
    },
    elements = {
      {
        "{buyer} has {share} of {market}, {>=} {line}", "share", ">=", "line",
        no = "{buyer} has {share} of {market}, below {line}",
      },
      {
        "{target} is a rival of {buyer}, sells in a market next to {market}, or could become a rival",
        any = {
          european_deals.sells("target", "market"),
          {
            "{target} sells in a market that {market} feeds",
            function(s, _, case)
              if not s.market:has { input_to = true } then return false end
              return case:shares { entity = s.target, market = s.fed }:except { measure = "purchases" }:any()
            end,
            no = "{target} sells in no market that {market} feeds",
          },
          {
            "{target} sells what {market} takes in",
            function(s, _, case)
              return case:shares { entity = s.target, market = case:markets { input_to = s.market } }:except { measure = "purchases" }:any()
            end,
            no = "{target} sells in no market that feeds {market}",
          },
          {
            "{target} has been seen as a firm that could become a rival",
            recorded = { "observations", says = { "nascent-threat", "head-to-head" }, about = "target" },
            no = "{target} has not been seen as a firm that could become a rival",
          },
        },
        no = "{target} is on file neither as a rival of {buyer} nor next to {market}",
      },
    },
    unless = { european_deals.taken_up("buyer", "target") },
    advice = o.advice,
  }
end

return european_dominance
