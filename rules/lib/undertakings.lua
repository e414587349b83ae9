--- The undertakings concerned by a deal of the roles `buyer` and `target`, and what turnover they have together, one by one, or
--- at least. `then_` is the case as of the day whose accounts count; a `line` is an amount.
local european_thresholds = require "european_thresholds"

local undertakings = {}

--- Members of a venture who put money in for a stake, or lead it; one who only supplies technology forms nothing.
local FOUNDERS = { "equity", "lead" }

-- ---- whose turnover counts ----

--- Is a firm of the group of one of some?
local function is_among(firm, firms)
  for _, one in ipairs(firms) do
    if one:same_group(firm) then return true end
  end
  return false
end

--- The founders among the members of a venture, however small a stake they have: they are taken to control it together. One whose
--- holding is recorded as without control does not, and nobody does where one firm controls the venture alone.
local function founders(case, venture)
  local found, ventures = {}, case:ventures { entity = venture }:as_recorded()
  if not ventures:any() then return found end
  if case:holdings { entity = venture, control = "sole" }:as_recorded():any() then return found end
  for one in case:members { venture = ventures, role = FOUNDERS }:list "entity" do
    if not case:holdings { holder = one, entity = venture, control = "none" }:as_recorded():any() then table.insert(found, one) end
  end
  return found
end

--- Those who control the buyer with others: their turnover is its own too (EUMR Art. 5(4)(c), s. 36(2) sentence 2 GWB). One that
--- is bought is counted as the target.
local function parents(s, then_)
  local found, taken = {}, { s.buyer, s.target }
  local held = then_:holdings { entity = s.buyer, control = "joint" }:except { holder = s.buyer }
  for one in held:except { holder = s.target }:list "holder" do table.insert(found, one) table.insert(taken, one) end
  for _, one in ipairs(founders(then_, s.buyer)) do
    if not is_among(one, taken) then table.insert(found, one) end
  end
  return found
end

--- The buyer and those who control it with others, a list of entities.
---@param s Subject
---@param then_ Case
---@return Entity[]
function undertakings.buyer_and_parents(s, then_)
  local firms = { s.buyer }
  for _, parent in ipairs(parents(s, then_)) do table.insert(firms, parent) end
  return firms
end

--- Whoever else is recorded as forming a joint venture: with such a deal, with joint control of it, or as a founder among its members.
local function others_who_form(s, case)
  local found = {}
  if not case:transactions { acquirer = s.buyer, target = s.target, type = "joint-venture" }:as_recorded():any() then return found end
  local deals = case:transactions { target = s.target, type = "joint-venture" }:except { acquirer = s.buyer }
  local by_deal = deals:list "acquirer"
  for one in by_deal do table.insert(found, one) end
  local held = case:holdings { entity = s.target, control = "joint" }:except { holder = s.buyer }
  for one in held:except { holder = by_deal }:list "holder" do table.insert(found, one) end
  for _, one in ipairs(founders(case, s.target)) do
    if not is_among(one, { s.buyer, table.unpack(found) }) then table.insert(found, one) end
  end
  if #found > 0 then return found end
  if s.target:has { form = "joint-venture" } then table.insert(found, deals:one().acquirer) end
  return found
end

--- Does one of some firms control another with others?
local function controls_jointly(then_, firms, other)
  return then_:holdings { holder = firms, entity = other, control = "joint" }:as_recorded():any()
end

--- Whoever else forms a joint venture: the others with such a deal for the same firm, or with joint control of it, or who found it
--- as its members. A firm that is a joint venture has at least one, so that it is open who, where none is on file. A partner that is
--- recorded as the target itself has none. Who controls the buyer with others, or is controlled so by one on the buyer's side, stands
--- there and is no undertaking beside it.
---@param s Subject
---@param case Case
---@param then_ Case
---@return Entity[]
function undertakings.partners(s, case, then_)
  local found, own = {}, undertakings.buyer_and_parents(s, then_)
  for _, one in ipairs(others_who_form(s, case)) do
    if not is_among(one, own) then
      if not controls_jointly(then_, own, one) then table.insert(found, one) end
    end
  end
  return found
end

--- Does one of two control the other with others?
local function linked(then_, one, other)
  if controls_jointly(then_, one, other) then return true end
  return controls_jointly(then_, other, one)
end

--- Two of the partners of a venture, of which neither controls the other with others.
local function pairs_of_partners(s, case, then_)
  local found, firms = {}, undertakings.partners(s, case, then_)
  for i, one in ipairs(firms) do
    for j, other in ipairs(firms) do
      if i < j then
        if not linked(then_, one, other) then table.insert(found, { one, other }) end
      end
    end
  end
  return found
end

--- Has one ever controlled another with others?
local function ever_jointly(case, one, other)
  return case:holdings { holder = one, entity = other, control = "joint" }:ever():as_recorded():any()
end

--- Did one of buyer and target control the other with others on the day before their deal? Control by the deal is none.
---@param s Subject
---@param p Params with one_day
---@param case Case
---@return boolean
function undertakings.parent_and_venture(s, p, case)
  if not ever_jointly(case, s.buyer, s.target) then
    if not ever_jointly(case, s.target, s.buyer) then return false end
  end
  local day, deals = s.day, case:transactions { acquirer = s.buyer, target = s.target }:as_recorded()
  if deals:any() then day = deals:latest().from end
  return linked(case:at(day - p.one_day), s.buyer, s.target)
end

--- Is the turnover of a firm in a place on file? As recorded: what is not there may still be some.
---@param then_ Case
---@param firm Entity
---@param metric string
---@param place string ISO code, worldwide or EU
---@return boolean
function undertakings.on_file(then_, firm, metric, place)
  return then_:financials { entity = firm, metric = metric, geography = place }:as_recorded():any()
end

--- The sum of some amounts, of one at least: it begins with the first, since a line less itself is no zero where it is that of one of
--- several days.
local function total(amounts)
  local sum = amounts[1]
  for i = 2, #amounts do sum = sum + amounts[i] end
  return sum
end

--- Are some amounts, the largest of them, above a line? Of none it is false.
local function any_over(amounts, line)
  if #amounts < 1 then return false end
  local most = amounts[1]
  for i = 2, #amounts do most = greatest(most, amounts[i]) end
  return most > line
end

--- What a firm's group has in a place; where that row does not say how much, at least what the parts of the place come to that year.
---@param then_ Case
---@param firm Entity
---@param metric string
---@param place string ISO code, worldwide or EU
---@return Quantity amount
function undertakings.turnover(then_, firm, metric, place)
  return then_:turnover(firm, metric, { geography = place, parts = european_thresholds.parts })
end

-- ---- what is known at least ----

--- Did the turnover of a State count as Union turnover on the day of the law?
---@param p Params of turnover.union_params
---@param it table row of european_thresholds.member_states
---@return boolean
function undertakings.counted(p, it) return not it.member or p[it.member] > 0 end

--- What a firm as a whole has in a place, or in any, as recorded.
local function accounts(then_, firm, place)
  return then_:financials { entity = firm, metric = "revenue", market = false, geography = place or nil }:as_recorded()
end

--- Does a place belong to the last accounts of a firm that are on file? Years are not added up, and a State of which no newer
--- row is on file may have less by now.
local function of_last_accounts(then_, firm, place)
  local here = accounts(then_, firm, place)
  if not here:any() then return false end
  return here:since(accounts(then_, firm, false):latest().from):count() >= here:count()
end

--- Rows of a firm that are not all of a day, the newest of some: one is missing of that day, and asked for.
local function lacks_year(rows, day)
  local new = rows:since(day)
  if new:count() >= rows:count() then return false end
  if new:any() then return rows:one():has { amount = true } end
  return new:one():has { amount = true }
end

--- Is what a firm has in a State, and in the Union, of one and the same year? Both are on file. A part of one year is none of another.
---@param then_ Case
---@param firm Entity
---@param place string ISO code
---@return boolean
function undertakings.of_one_year(then_, firm, place)
  local here, union = accounts(then_, firm, place), accounts(then_, firm, "EU")
  local day = greatest(here:latest().from, union:latest().from)
  if here:since(day):count() < here:count() then return false end
  return union:since(day):count() >= union:count()
end

--- Are the last accounts of a firm in a State of another year than those of a whole? Then unknown; what is not on file is asked for
--- elsewhere.
local function years_apart(then_, firm, place, whole)
  local here, all = accounts(then_, firm, place), accounts(then_, firm, whole)
  if not here:any() then return false end
  if not all:any() then return false end
  local day = greatest(here:latest().from, all:latest().from)
  return lacks_year(here, day) or lacks_year(all, day)
end

--- Has one undertaking more than two thirds of its turnover in a State? Unknown where the years of a firm differ.
---@param then_ Case
---@param firms Entity[] of the undertaking
---@param place string ISO code
---@param whole string EU or worldwide, of which it has two thirds there
---@return boolean
function undertakings.at_home(then_, firms, place, whole)
  for _, firm in ipairs(firms) do
    if years_apart(then_, firm, place, whole) then return false end
  end
  local here, all = undertakings.revenue(then_, firms, place), undertakings.revenue(then_, firms, whole)
  return here + here + here > all + all
end

--- What a firm has in the Member States of its last accounts: in the Union it has that or more, since no turnover is negative.
local function in_states(p, then_, firm)
  local sum = p.state_each - p.state_each
  for _, it in ipairs(european_thresholds.member_states) do
    if undertakings.counted(p, it) and of_last_accounts(then_, firm, it.code) then
      sum = sum + then_:turnover(firm, "revenue", { geography = it.code })
    end
  end
  return sum
end

--- What a firm has in the Union, or has there at least.
local function in_union(p, then_, firm)
  if undertakings.on_file(then_, firm, "revenue", "EU") then return undertakings.turnover(then_, firm, "revenue", "EU") end
  return in_states(p, then_, firm)
end

--- What a firm has in the world, or has there at least: a part of the world has no more than the whole in one year.
local function in_world(p, then_, firm)
  if undertakings.on_file(then_, firm, "revenue", "worldwide") then return undertakings.turnover(then_, firm, "revenue", "worldwide") end
  if of_last_accounts(then_, firm, "EU") then return undertakings.turnover(then_, firm, "revenue", "EU") end
  return in_states(p, then_, firm)
end

local AT_LEAST = { worldwide = in_world, EU = in_union }

--- Is there a firm of which nothing is on file for the whole of a place?
local function lacks_whole(then_, firms, place)
  for _, firm in ipairs(firms) do
    if not undertakings.on_file(then_, firm, "revenue", place) then return true end
  end
  return false
end

--- Those sides of which nothing is on file for the whole of a place, of one firm at least, but something is for a part of it.
---@param then_ Case
---@param sides Entity[][]
---@param place string worldwide or EU
---@param parts string[] ISO codes
---@return Entity[][]
function undertakings.known_by_parts(then_, sides, place, parts)
  local found = {}
  for _, firms in ipairs(sides) do
    if lacks_whole(then_, firms, place)
      and then_:financials { entity = firms, metric = "revenue", geography = parts }:as_recorded():any() then
      table.insert(found, firms)
    end
  end
  return found
end

--- Does what the firms of one side have in a place at least bring them above a line together? The side that has most is asked,
--- since it may be enough.
---@param p Params of turnover.union_params
---@param then_ Case
---@param sides Entity[][]
---@param place string worldwide or EU
---@param line Quantity amount
---@return boolean
function undertakings.parts_over(p, then_, sides, place, line)
  local of_sides = {}
  for _, firms in ipairs(sides) do
    local each = {}
    for _, firm in ipairs(firms) do table.insert(each, AT_LEAST[place](p, then_, firm)) end
    table.insert(of_sides, total(each))
  end
  return any_over(of_sides, line)
end

--- Have some firms more than a line together? What is on file comes first, since it may be enough.
---@param then_ Case
---@param firms Entity[]
---@param metric string
---@param place string ISO code, worldwide or EU
---@param line Quantity amount
---@return boolean
function undertakings.together_over(then_, firms, metric, place, line)
  local known, missing = {}, {}
  for _, firm in ipairs(firms) do
    if undertakings.on_file(then_, firm, metric, place) then
      table.insert(known, undertakings.turnover(then_, firm, metric, place))
    else
      table.insert(missing, firm)
    end
  end
  if #known > 0 then
    if total(known) > line then return true end
  end
  for _, firm in ipairs(missing) do
    if total { undertakings.turnover(then_, firm, metric, place), table.unpack(known) } > line then return true end
  end
  return false
end

--- Has one of some firms more than a line? The one that has most of those on file comes first, since it may be enough.
---@param then_ Case
---@param firms Entity[]
---@param metric string
---@param place string ISO code, worldwide or EU
---@param line Quantity amount
---@return boolean
function undertakings.one_over(then_, firms, metric, place, line)
  local known, missing = {}, {}
  for _, firm in ipairs(firms) do
    if undertakings.on_file(then_, firm, metric, place) then
      table.insert(known, undertakings.turnover(then_, firm, metric, place))
    else
      table.insert(missing, firm)
    end
  end
  if any_over(known, line) then return true end
  for _, firm in ipairs(missing) do
    if undertakings.turnover(then_, firm, metric, place) > line then return true end
  end
  return false
end

--- By how much two partners are above two lines, one each, the nearer of the two.
local function by_how_much(then_, one, other, metric, place, first, second)
  local of_one, of_other = undertakings.turnover(then_, one, metric, place), undertakings.turnover(then_, other, metric, place)
  return least(of_one - first, of_other - second)
end

--- Of the partners of whom both are on file, by how much two are above; and the two of whom one is not.
local function margins_of_two(s, case, then_, metric, place, first, second)
  local margins, missing = {}, {}
  for _, two in ipairs(pairs_of_partners(s, case, then_)) do
    local one, other = two[1], two[2]
    local known = undertakings.on_file(then_, one, metric, place)
    if known then known = undertakings.on_file(then_, other, metric, place) end
    if known then
      table.insert(margins, by_how_much(then_, one, other, metric, place, first, second))
      table.insert(margins, by_how_much(then_, other, one, metric, place, first, second))
    else
      table.insert(missing, two)
    end
  end
  return margins, missing
end

--- Are two of some above two lines, one each?
local function one_of_two(then_, missing, metric, place, first, second)
  for _, two in ipairs(missing) do
    if by_how_much(then_, two[1], two[2], metric, place, first, second) > first - first then return true end
    if by_how_much(then_, two[2], two[1], metric, place, first, second) > first - first then return true end
  end
  return false
end

--- Have two partners of the buyer in a joint venture, whoever is recorded as its buyer, more than two lines, one each? Those of whom
--- both are on file come first, since they may be enough.
---@param s Subject
---@param case Case
---@param then_ Case
---@param metric string
---@param place string ISO code, worldwide or EU
---@param first Quantity amount
---@param second Quantity amount, of the other
---@return boolean
function undertakings.two_partners_over(s, case, then_, metric, place, first, second)
  local known, missing = margins_of_two(s, case, then_, metric, place, first, second)
  if any_over(known, first - first) then return true end
  return one_of_two(then_, missing, metric, place, first, second)
end

--- Has one of the target's side, another parent of a joint venture or the target, more than a line in a place?
---@param s Subject
---@param case Case
---@param then_ Case
---@param place string ISO code, worldwide or EU
---@param line Quantity amount
---@return boolean
function undertakings.other_over(s, case, then_, place, line)
  local firms = undertakings.partners(s, case, then_)
  table.insert(firms, s.target)
  return undertakings.one_over(then_, firms, "revenue", place, line)
end

--- Have two undertakings concerned more than a line in a place each: the buyer's side and the target's, or two partners in a venture?
---@param s Subject
---@param case Case
---@param then_ Case
---@param place string ISO code
---@param line Quantity amount
---@return boolean
function undertakings.each_over(s, case, then_, place, line)
  local known, missing = margins_of_two(s, case, then_, "revenue", place, line, line)
  if any_over(known, line - line) then return true end
  local buyers = undertakings.buyer_and_parents(s, then_)
  if undertakings.together_over(then_, buyers, "revenue", place, line) then
    if undertakings.other_over(s, case, then_, place, line) then return true end
  end
  return one_of_two(then_, missing, "revenue", place, line, line)
end

--- All whose turnover is added up: the buyer with its parents, the target, and the other parents of a joint venture.
---@param s Subject
---@param case Case
---@param then_ Case
---@return Entity[]
function undertakings.all_of_them(s, case, then_)
  local firms = undertakings.buyer_and_parents(s, then_)
  table.insert(firms, s.target)
  for _, one in ipairs(undertakings.partners(s, case, then_)) do table.insert(firms, one) end
  return firms
end

--- The undertakings concerned, each a list of firms. A joint venture that is formed is none itself: its parents are.
---@param s Subject
---@param case Case
---@param then_ Case
---@return Entity[][]
function undertakings.concerned(s, case, then_)
  local made = { undertakings.buyer_and_parents(s, then_) }
  for _, one in ipairs(undertakings.partners(s, case, then_)) do table.insert(made, { one }) end
  if #made < 2 then table.insert(made, { s.target }) end
  return made
end

--- What the firms of one undertaking have in a place.
---@param then_ Case
---@param firms Entity[]
---@param place string ISO code, worldwide or EU
---@return Quantity amount
function undertakings.revenue(then_, firms, place)
  local sum = undertakings.turnover(then_, firms[1], "revenue", place)
  for i = 2, #firms do sum = sum + undertakings.turnover(then_, firms[i], "revenue", place) end
  return sum
end

return undertakings
