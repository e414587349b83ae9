--- The size of person, 15 U.S.C. 18a(a)(2): sales or assets of a firm, of another of its person (16 CFR 801.1(a)), or of the firms of
--- one person together (801.11). Lines are names of params. A rule has the params `half`, `one` and `day`, the
--- figure `deal_day`, and of each party figures `PARTY_sales` and `PARTY_assets` by `hsr_size.accounts`.
local hsr_person  = require "hsr_person"
local part_bought = require "part_bought"

local hsr_size = {}

--- Accounts of a firm are on file.
local function on_file(case, firm, metric) return part_bought.is_any(case:financials { entity = firm, metric = metric }) end

--- They reach a line.
local function reaches(case, firm, metric, line)
  if not on_file(case, firm, metric) then return false end
  return case:turnover(firm, metric) >= line
end

--- Does a firm make goods itself?
local function makes_goods(firm)
  if firm:does "manufacturer" then return true end
  return firm:does "chip-maker"
end

--- Sales or assets of a firm reach a line, by what is on file: where one of them does, the other need not be there.
local function shown(case, firm, line)
  if reaches(case, firm, "assets", line) then return true end
  return reaches(case, firm, "revenue", line)
end

--- The same of a person that is bought: its sales count only where it makes goods.
local function shown_as_bought(case, firm, line)
  if reaches(case, firm, "assets", line) then return true end
  if not reaches(case, firm, "revenue", line) then return false end
  return makes_goods(firm)
end

--- A firm is large; open where accounts are missing that could show it.
local function large(case, firm, line)
  if shown(case, firm, line) then return true end
  return greatest(case:turnover(firm, "assets"), case:turnover(firm, "revenue")) >= line
end

--- The same of a person that is bought.
local function large_as_bought(case, firm, line)
  if shown_as_bought(case, firm, line) then return true end
  if not large(case, firm, line) then return false end
  if makes_goods(firm) then return case:turnover(firm, "revenue") >= line end
  return case:turnover(firm, "assets") >= line
end

--- How a party is asked for its size.
local BUYER  = { shown = shown, large = large, sales_count = function() return true end }
local BOUGHT = { shown = shown_as_bought, large = large_as_bought, sales_count = makes_goods }

--- Is another firm of a person large? Those of which it is shown come first, so that accounts which are missing leave nothing open
--- then.
local function another_is_large(case, persons, firm, line, as)
  for _, test in ipairs { as.shown, as.large } do
    for _, person in ipairs(persons) do
      for _, other in ipairs(person.firms) do
        if not firm:has { id = other.id } and test(case, other, line) then return true end
      end
    end
  end
  return false
end

--- Do accounts on file of several undertakings of one person come to a line, added up?
local function add_up(case, person, metric, line)
  local figures = {}
  for _, firm in ipairs(person.firms) do
    if not person.consolidated[firm.id] and on_file(case, firm, metric) then table.insert(figures, case:turnover(firm, metric)) end
  end
  if #figures < 2 then return false end
  local total = figures[1]
  for i = 2, #figures do total = total + figures[i] end
  return total >= line
end

--- Does one of the firms make a person's sales count?
local function sales_count(person, as)
  for _, firm in ipairs(person.firms) do
    if as.sales_count(firm) then return true end
  end
  return false
end

--- Do assets or sales of a person come to a line, added up?
local function adds_up(case, persons, line, as)
  for _, person in ipairs(persons) do
    if add_up(case, person, "assets", line) then return true end
    if add_up(case, person, "revenue", line) and sales_count(person, as) then return true end
  end
  return false
end

--- The rest of a party's person is as large, or all of it together. Of a unit that is sold the seller counts. Whether accounts have
--- those of another firm in them no record says but an observation `x-consolidated` about the party: without one it is open.
local function by_person(who, line, as)
  return {
    "the person of {" .. who .. "} is as large by other firms (by {half} of votes, profits or seats at each step)",
    function(s, p, case)
      local before = case:at(s.deal_day - p.day) -- who was above the firm until then
      local persons = hsr_person.whole(before, s[who], p)
      if another_is_large(before, persons, s[who], p[line], as) then return true end
      if not adds_up(before, persons, p[line], as) then return false end
      return case:observations { says = "x-consolidated", about = s[who] }:none()
    end,
    at = "16 CFR 801.1(a)(1), (b), 801.2(a), (b), 801.11(b)(1)",
    no = "no other firm on file of the person of {" .. who .. "} is as large, nor are they together",
  }
end

--- A party is at least as large as a line, by sales or by assets.
---@param who string role
---@param line string param
---@return Element
function hsr_size.of(who, line)
  return {
    "{" .. who .. "} has sales or assets of at least {" .. line .. "}",
    any = {
      { "sales of {" .. who .. "} are {" .. who .. "_sales}, {>=} {" .. line .. "}", who .. "_sales", ">=", line },
      { "assets of {" .. who .. "} are {" .. who .. "_assets}, {>=} {" .. line .. "}", who .. "_assets", ">=", line },
      by_person(who, line, BUYER),
    },
    no = "{" .. who .. "} has neither sales nor assets of at least {" .. line .. "}",
  }
end

--- A party that is bought is at least as large as a line: by assets, by sales only where it makes goods itself.
---@param who string role
---@param line string param
---@return Element
function hsr_size.of_bought(who, line)
  return {
    "{" .. who .. "} has assets of at least {" .. line .. "}, or makes goods and has such sales",
    any = {
      { "assets of {" .. who .. "} are {" .. who .. "_assets}, {>=} {" .. line .. "}", who .. "_assets", ">=", line },
      {
        "{" .. who .. "} makes goods and has sales of at least {" .. line .. "}",
        all = {
          { "sales of {" .. who .. "} are {" .. who .. "_sales}, {>=} {" .. line .. "}", who .. "_sales", ">=", line },
          {
            "{" .. who .. "} makes goods itself",
            any = {
              { "{" .. who .. "} makes goods", does = { who, "manufacturer" }, no = "{" .. who .. "} makes no goods" },
              { "{" .. who .. "} makes chips", does = { who, "chip-maker" }, no = "{" .. who .. "} makes no chips" },
            },
            no = "{" .. who .. "} makes no goods, so that its sales do not count",
          },
        },
        no = "{" .. who .. "} does not both make goods and have sales of at least {" .. line .. "}",
      },
      by_person(who, line, BOUGHT),
    },
    no = "{" .. who .. "} has no assets of at least {" .. line .. "}, and no such sales of goods that it makes",
  }
end

--- A figure: accounts of a party as they stood on the day of the deal. Those that came later tell nothing of its size then.
---@param who string role
---@param metric MetricWord
---@return fun(s: Subject, p: Params, case: Case): Quantity money
function hsr_size.accounts(who, metric)
  return function(s, _, case) return case:at(s.deal_day):turnover(s[who], metric) end
end

return hsr_size
