--- Section 8 of the Clayton Act: what the rules on interlocking boards share. Each rule has the roles `first` and
--- `second`, the two corporations.
local elements   = require "elements"
local part_bought = require "part_bought"
local thresholds = require "thresholds"

local interlock = {}

--- A seat that section 8 counts: an observer holds none.
local SEAT = { "director", "officer" }

--- What the law calls corporations, as far as a file can say.
local CORPORATION = { "company", "joint-venture" }

--- What section 8 leaves to other laws, in a file's own words.
local BANK = { "x-bank", "x-banking-association", "x-trust-company" }

--- A person sits on the board of a firm or is its officer.
---@param person string role
---@param firm string role
---@return Element
function interlock.sits(person, firm)
  local who, where = "{" .. person .. "}", "{" .. firm .. "}"
  return {
    who .. " is a director or officer of " .. where,
    recorded = { "positions", person = person, entity = firm, role = SEAT },
    no = who .. " is neither director nor officer of " .. where,
  }
end

--- A firm has named a director or officer of another. A firm acts for itself: at home it needs to name nobody.
---@param patron string role
---@param firm string role
---@return Element
function interlock.deputises(patron, firm)
  local who, where = "{" .. patron .. "}", "{" .. firm .. "}"
  return {
    who .. " is represented on the board of " .. where,
    any = {
      {
        "a director or officer of " .. where .. " acts for " .. who,
        recorded = { "positions", appointed_by = patron, entity = firm, role = SEAT },
        no = "no director or officer of " .. where .. " is on file as acting for " .. who,
      },
      {
        who .. " is " .. where .. " itself, or of its group",
        function(s) return s[patron]:same_group(s[firm]) end,
        no = who .. " is not " .. where .. " itself, nor of its group",
      },
    },
    no = "no director or officer of " .. where .. " is on file as acting for " .. who,
  }
end

--- A firm is a corporation, other than a bank, a banking association or a trust company.
---@param firm string role
---@return Element
local function corporation(firm)
  local who = "{" .. firm .. "}"
  return {
    who .. " is a corporation, and no bank and no trust company",
    all = {
      { who .. " is a corporation", recorded = { "entities", id = firm, form = CORPORATION }, no = who .. " is no corporation" },
      {
        who .. " is not recorded as a bank (x-bank, x-banking-association) or a trust company (x-trust-company)",
        function(s, _, case) return case:entities { id = s[firm].id, activities = BANK }:as_recorded():none() end,
        no = who .. " is a bank or a trust company",
      },
    },
    no = who .. " is no corporation that section 8 counts",
  }
end

--- Both are corporations that section 8 counts.
---@return Element
function interlock.corporations()
  return {
    "{first} and {second} are corporations, and no banks and no trust companies",
    all = { corporation "first", corporation "second" },
    at = "section 8(a)(1)",
    no = "{first} and {second} are not both corporations that section 8 counts",
  }
end

--- Both compete by virtue of their business and of where it is carried on: they sell in one market, or it has been observed.
--- That both do the same kind of business leaves it open.
---@return Element
function interlock.competitors()
  return {
    "{first} and {second} compete, by their business and where it is carried on",
    any = {
      elements.sell_in_one_market("first", "second"),
      elements.seen_to_compete("first", "second"),
      {
        "{first} and {second} do the same kind of business and may compete",
        all = {
          {
            "{first} and {second} do the same kind of business",
            any = elements.alike("first", "second"),
            no = "{first} and {second} do not do the same kind of business as far as recorded",
          },
          {
            "in some place they offer the same",
            function(s, _, case) -- where nobody has observed it, it is open: only a list declared complete makes it false
              return not case:observations { says = "head-to-head", about = s.first }:where { about = s.second }:none()
            end,
            no = "nobody has seen them offer the same in one place",
          },
        },
        no = "nothing on file leaves open whether {first} and {second} compete",
      },
    },
    at = "section 8(a)(1)(B)",
    no = "{first} and {second} do not compete as far as recorded",
  }
end

--- Params of the thresholds of the year.
---@return table<string, Param>
function interlock.params()
  return {
    size      = { by_date = thresholds.clayton8_size, "USD", "section 8(a)(1), as adjusted each year" },
    sales     = { by_date = thresholds.clayton8_sales, "USD", "section 8(a)(2)(A), as adjusted each year" },
    own_part  = { 2, "percent", "section 8(a)(2)(B): competitive sales of either, as a part of its total sales" },
    each_part = { 4, "percent", "section 8(a)(2)(C): competitive sales of each, as a part of its total sales" },
  }
end

--- Revenue of a corporation itself, in a market or in all (false), where its group has so much. The law speaks of the corporation, as
--- it does of its capital: where its own is not on file, that of the group bounds it from above, and is its own where the group has
--- nothing on file but of the corporation's units.
local function own_revenue(case, firm, market, of_group, p)
  local function rows(of)
    return case:financials { entity = of, metric = "revenue", market = market, geography = "worldwide" }
  end
  local of_firm = rows(exactly(firm))
  if part_bought.is_any(of_firm) then return of_firm:latest().amount end
  if not part_bought.is_any(rows(firm):except { entity = below(firm) }) then return of_group end
  local nobody_knows = of_group * (p.own_part / (p.own_part - p.own_part))
  return least(of_group, nobody_knows)
end

--- Revenue of a corporation in a market.
local function sales_in(case, firm, market, p)
  return own_revenue(case, firm, market, case:turnover(firm, "revenue", { market = market }), p)
end

--- Revenue of a corporation in all.
local function total_sales(case, firm, p) return own_revenue(case, firm, false, case:turnover(firm, "revenue"), p) end

--- What one firm sells in competition with the other: its revenue in the markets where both sell, of which one for buying is none.
--- Where no common market is on file, its only revenue by market will do.
---@param case Case
---@param firm Entity
---@param other Entity
---@param p Params own_part
---@return Quantity amount
local function competitive_sales(case, firm, other, p)
  local sum
  local both_sell = false
  for market in case:markets { id = firm:shares_market(other) }:except { measure = "purchases" } do
    local sales = sales_in(case, firm, market, p)
    if both_sell then sum = sum + sales else sum = sales end
    both_sell = true
  end
  if both_sell then return sum end
  return sales_in(case, firm, case:financials { entity = firm, metric = "revenue", market = true }:one().market, p)
end

--- The net worth that a corporation's own accounts state.
local function own_worth(case, firm)
  return case:financials { entity = exactly(firm), metric = "net-worth", geography = "worldwide" }
end

--- The capital, surplus and undivided profits of a corporation: by its own accounts, where none are on file by those of its
--- group. The law speaks of the corporation: that a parent is large does not make its unit large.
local function net_worth(role)
  return function(s, _, case)
    local own = own_worth(case, s[role])
    if part_bought.is_any(own) then return own:latest().amount end
    return case:turnover(s[role], "net-worth")
  end
end

--- Figures of size and of competitive sales.
---@return table<string, function>
function interlock.figures()
  return {
    first_net_worth  = net_worth "first",
    second_net_worth = net_worth "second",
    first_sales  = function(s, p, case) return competitive_sales(case, s.first, s.second, p) end,
    second_sales = function(s, p, case) return competitive_sales(case, s.second, s.first, p) end,
    first_part   = function(s, p, case) return s.first_sales / total_sales(case, s.first, p) end,
    second_part  = function(s, p, case) return s.second_sales / total_sales(case, s.second, p) end,
  }
end

--- One of the two is larger than the size of the year. The sentence says whose accounts show it.
local function one_large(role)
  local who, worth = "{" .. role .. "}", role .. "_net_worth"
  return {
    who .. " is of that size",
    any = {
      {
        who .. ", by its own accounts, is of that size",
        all = {
          {
            "accounts of " .. who .. " itself are on file",
            function(s, _, case) return own_worth(case, s[role]):as_recorded():any() end,
            no = "no accounts of " .. who .. " itself are on file",
          },
          { who .. " has {" .. worth .. "}, {>=} {size}", worth, ">", "size" },
        },
        no = who .. " is not of that size by accounts of its own",
      },
      {
        who .. ", with its parent or units, is of that size",
        all = {
          {
            "no accounts of " .. who .. " itself are on file",
            function(s, _, case) return own_worth(case, s[role]):as_recorded():none() end,
            no = "accounts of " .. who .. " itself are on file, which count",
          },
          { "with its parent or units " .. who .. " has {" .. worth .. "}, {>=} {size}", worth, ">", "size" },
        },
        no = "no accounts of its group stand in for those of " .. who,
      },
    },
    no = who .. " has {" .. worth .. "}, not more than {size}",
  }
end

--- Each of the two is larger than the size of the year.
---@return Element
function interlock.large()
  return {
    "each has capital, surplus and undivided profits of more than {size}",
    all = { one_large "first", one_large "second" },
    no = "not each has capital, surplus and undivided profits of more than {size}",
  }
end

--- The three exemptions of section 8(a)(2).
---@return Element[]
function interlock.exemptions()
  return {
    {
      "the competitive sales of {first} or of {second} are below {sales}",
      any = {
        { "the competitive sales of {first} are {first_sales}, {>=} {sales}", "first_sales", "<", "sales" },
        { "the competitive sales of {second} are {second_sales}, {>=} {sales}", "second_sales", "<", "sales" },
      },
      at = "section 8(a)(2)(A)",
    },
    {
      "the competitive sales of {first} or of {second} are below {own_part} of its total sales",
      any = {
        { "those of {first} are {first_part}, {>=} {own_part}", "first_part", "<", "own_part" },
        { "those of {second} are {second_part}, {>=} {own_part}", "second_part", "<", "own_part" },
      },
      at = "section 8(a)(2)(B)",
    },
    {
      "the competitive sales of each are below {each_part} of its total sales",
      all = {
        { "those of {first} are {first_part}, {>=} {each_part}", "first_part", "<", "each_part" },
        { "those of {second} are {second_part}, {>=} {each_part}", "second_part", "<", "each_part" },
      },
      at = "section 8(a)(2)(C)",
    },
  }
end

--- A firm, and two firms of different groups where it has named someone; or itself, and another where it has.
---@param case Case
---@param each fun(patron: Entity, first: Entity, second: Entity)
function interlock.patrons(case, each)
  local deputies = case:positions { appointed_by = true }
  for patron, first, second in deputies:triples("appointed_by", "entity") do each(patron, first, second) end
  for patron, firm in deputies:pairs("appointed_by", "entity") do each(patron, patron, firm) end
end

--- A person and two firms where that person has, or has had, a position.
---@param case Case
---@param each fun(person: Entity, first: Entity, second: Entity)
function interlock.ever_boards(case, each)
  for person, first, second in case:positions():ever():triples("person", "entity") do each(person, first, second) end
end

return interlock
