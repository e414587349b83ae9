--- Turnover tests that packs share. A rule that uses them has the roles `buyer` and `target` and a figure `day`, the day
--- that fixes the figures: accounts are read as they stood then. Elements name the figures and params that
--- `turnover.figures` and `turnover.union_params` give.
local european_thresholds = require "european_thresholds"
local undertakings        = require "undertakings"

local turnover = {}

--- Places whose turnover is part of that of the Union, and the Union itself as part of the world.
local STATES, PARTS = {}, { "EU" }
for _, it in ipairs(european_thresholds.member_states) do
  table.insert(STATES, it.code)
  table.insert(PARTS, it.code)
end

--- Places of the figures, by the suffix of their names: the ISO code, the metric, and what has parts on file.
local PLACES = {
  union  = { "EU", "revenue", STATES },
  german = { "DE", "revenue", false },
  french = { "FR", "revenue", false },
  retail = { "FR", "x-retail-revenue", false },
}

-- ---- figures and tests ----

--- Turnover of a role in a place as it stood on the day that fixes the figures.
---@param role string
---@param geography string ISO code, worldwide or EU
---@param metric string? revenue unless said
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function turnover.of(role, geography, metric)
  local what = metric or "revenue"
  return function(s, _, case) return undertakings.turnover(case:at(s.day), s[role], what, geography) end
end

--- Turnover of buyer and target together.
---@param first string figure
---@param second string figure
---@return fun(s: Subject): Quantity amount
function turnover.together(first, second)
  return function(s) return s[first] + s[second] end
end

--- The figures of a rule on the two roles: worldwide, together, and in one place under the names
--- buyer_PLACE_turnover and target_PLACE_turnover.
---@param day fun(s: Subject, p: Params, case: Case): Quantity date
---@param places table<string, string>? list of { suffix, geography }
---@return table figures
function turnover.figures(day, places)
  local made = {
    day          = day,
    buyer_turnover  = turnover.of("buyer", "worldwide"),
    target_turnover = turnover.of("target", "worldwide"),
    combined_turnover     = turnover.together("buyer_turnover", "target_turnover"),
    buyer_union_turnover  = turnover.of("buyer", "EU"),
    target_union_turnover = turnover.of("target", "EU"),
  }
  for _, place in ipairs(places or {}) do
    made["buyer_" .. place[1] .. "_turnover"] = turnover.of("buyer", place[2])
    made["target_" .. place[1] .. "_turnover"] = turnover.of("target", place[2])
  end
  return made
end

--- Adds to a rule's params those that decide whether a deal has a Union dimension.
---@param params table
---@return table params
function turnover.union_params(params)
  params.union_world       = { 5000e6, "EUR", "Art. 1(2)(a): combined worldwide, more than" }
  params.union_each        = { 250e6, "EUR", "Art. 1(2)(b): each of at least two in the Union, more than" }
  params.union_world_lower = { 2500e6, "EUR", "Art. 1(3)(a): combined worldwide, more than" }
  params.union_each_lower  = { 100e6, "EUR", "Art. 1(3)(d): each of at least two in the Union, more than" }
  params.one_day           = { 1, "days", "the day before: who controlled whom without the deal" }
  params.state_combined    = { 100e6, "EUR", "Art. 1(3)(b): combined in each of three Member States, more than" }
  params.state_each        = { 25e6, "EUR", "Art. 1(3)(c): each of at least two in each of those three, more than" }
  params.bulgaria_and_romania = { by_date = european_thresholds.bulgaria_and_romania, "count", "members since 2007" }
  params.croatia              = { by_date = european_thresholds.croatia, "count", "member since July 2013" }
  params.united_kingdom       = { by_date = european_thresholds.united_kingdom, "count", "counted until the end of 2020" }
  return params
end

--- Where the whole of a place is not on file, its parts may be enough. One test, since most files have the whole, or no parts.
---@param place string worldwide or EU
---@param where string as a sentence says it
---@param parts string[] ISO codes
---@param line string param
---@param sides fun(s: Subject, case: Case, then_: Case): Entity[][] of each the turnover is added up, and one must be above
---@return Element
local function by_parts(place, where, parts, line, sides)
  return {
    "what is on file of parts, where the whole is not, brings it above {" .. line .. "} " .. where,
    function(s, p, case)
      local then_ = case:at(s.day)
      local open = undertakings.known_by_parts(then_, sides(s, case, then_), place, parts)
      if #open < 1 then return false end
      return undertakings.parts_over(p, then_, open, place, p[line])
    end,
    no = "the whole is on file, or the parts do not come to more than {" .. line .. "}",
  }
end

--- All together, for `by_parts`.
local function of_all(s, case, then_) return { undertakings.all_of_them(s, case, then_) } end

--- Together the two exceed a line. One that exceeds it alone is enough, whatever the other has.
---@param line string param
---@return Element
function turnover.combined_over(line)
  local param = "{" .. line .. "}"
  return {
    "together {buyer} and {target} have a worldwide turnover above " .. param,
    any = {
      { "together it is {combined_turnover}, {>=} " .. param, "combined_turnover", ">", line },
      { "that of {buyer} alone is {buyer_turnover}, {>=} " .. param, "buyer_turnover", ">", line },
      { "that of {target} alone is {target_turnover}, {>=} " .. param, "target_turnover", ">", line },
      {
        "with those who control {buyer} jointly, or form a joint venture, it is above " .. param,
        function(s, p, case)
          local then_ = case:at(s.day)
          local firms = undertakings.all_of_them(s, case, then_)
          if #firms < 3 then return false end
          return undertakings.together_over(then_, firms, "revenue", "worldwide", p[line])
        end,
        no = "nobody else's turnover brings it above " .. param,
      },
      by_parts("worldwide", "worldwide", PARTS, line, of_all),
    },
    no = "together {buyer} and {target} have a worldwide turnover of {combined_turnover}, not above " .. param,
  }
end

--- A party exceeds a line in a place.
---@param role string
---@param figure string
---@param line string param
---@param place string as a sentence says it, "in Germany"
---@return Element
function turnover.over(role, figure, line, place)
  return {
    "the turnover of {" .. role .. "} " .. place .. " is {" .. figure .. "}, {>=} {" .. line .. "}",
    figure, ">", line,
  }
end

--- The buyer's side, for `by_parts`.
local function of_buyer(s, _, then_) return { undertakings.buyer_and_parents(s, then_) } end

--- The target, and each other parent of a joint venture, for `by_parts`.
local function of_target(s, case, then_)
  local sides = { { s.target } }
  for _, one in ipairs(undertakings.partners(s, case, then_)) do table.insert(sides, { one }) end
  return sides
end

--- The buyer exceeds a line in a place, by itself or with those who control it jointly.
---@param place string suffix of the figures
---@param line string param
---@param where string as a sentence says it
---@return Element
function turnover.buyer_over(place, line, where)
  local code, metric, parts = table.unpack(PLACES[place])
  local element = {
    "{buyer} has a turnover above {" .. line .. "} " .. where,
    any = {
      turnover.over("buyer", "buyer_" .. place .. "_turnover", line, where),
      {
        "with those who control {buyer} jointly it is above {" .. line .. "}",
        function(s, p, case)
          local then_ = case:at(s.day)
          local firms = undertakings.buyer_and_parents(s, then_)
          if #firms < 2 then return false end
          return undertakings.together_over(then_, firms, metric, code, p[line])
        end,
        no = "nobody who controls {buyer} jointly brings it above {" .. line .. "}",
      },
    },
    no = "the turnover of {buyer} " .. where .. " is {buyer_" .. place .. "_turnover}, not above {" .. line .. "}",
  }
  if parts then table.insert(element.any, by_parts(code, where, parts, line, of_buyer)) end
  return element
end

--- Another parent of a joint venture exceeds a line in a place.
local function another_parent_over(code, metric, line)
  return {
    "another parent of {target} has a turnover above {" .. line .. "}",
    function(s, p, case)
      local then_ = case:at(s.day)
      return undertakings.one_over(then_, undertakings.partners(s, case, then_), metric, code, p[line])
    end,
    no = "no other parent of {target} is on file with a turnover above {" .. line .. "}",
  }
end

--- The target exceeds a line in a place, or another parent of a joint venture does.
---@param place string suffix of the figures
---@param line string param
---@param where string as a sentence says it
---@return Element
function turnover.target_over(place, line, where)
  local code, metric, parts = table.unpack(PLACES[place])
  local element = {
    "{target}, or another parent of a joint venture, has a turnover above {" .. line .. "} " .. where,
    any = {
      turnover.over("target", "target_" .. place .. "_turnover", line, where),
      another_parent_over(code, metric, line),
    },
    no = "the turnover of {target} " .. where .. " is {target_" .. place .. "_turnover}, not above {" .. line .. "}",
  }
  if parts then table.insert(element.any, by_parts(code, where, parts, line, of_target)) end
  return element
end

--- Nobody else concerned exceeds a line in a place: of a joint venture the other parents, who are undertakings concerned as well.
---@param place string suffix of the figures
---@param line string param
---@param where string as a sentence says it
---@return Element
function turnover.no_other_parent_over(place, line, where)
  local code, metric = PLACES[place][1], PLACES[place][2]
  return {
    "no other parent of {target} has a turnover above {" .. line .. "} " .. where,
    none_of = { another_parent_over(code, metric, line) },
    no = "another parent of {target} has a turnover above {" .. line .. "} " .. where,
  }
end

--- Buyer and target stand against each other only as two undertakings: of a parent and what it controls with others the accounts may
--- hold the same turnover twice. An own word says that they do not, an observation `x-turnover-apart` on both.
---@return Element
function turnover.two_undertakings()
  return {
    "{buyer} and {target} are two undertakings, whose turnover is not counted twice",
    function(s, p, case)
      if not undertakings.parent_and_venture(s, p, case) then return true end
      -- what nobody has said is open: only a list declared complete makes it false
      return not case:observations { says = "x-turnover-apart", about = s.buyer, strength = { "moderate", "strong" } }
        :where { about = s.target }:none()
    end,
    basis = {
      { "eu-eumr-5-4", at = "Art. 5(4): a parent with what it controls", support = "analogy" },
      { "de-36-2", at = "s. 36(2) GWB: firms that belong together are one", support = "analogy" },
    },
    no = "{buyer} and {target} are parent and joint venture, and nothing shows that their turnover is counted once",
  }
end

--- Two partners of the buyer in a joint venture exceed two lines in a place, one each.
---@param place string suffix of the figures
---@param first string param
---@param second string param
---@param where string as a sentence says it
---@return Element
function turnover.two_partners_over(place, first, second, where)
  local code, metric = PLACES[place][1], PLACES[place][2]
  return {
    "two others who form {target} with {buyer} have more than {" .. first .. "} and {" .. second .. "} " .. where,
    function(s, p, case)
      return undertakings.two_partners_over(s, case, case:at(s.day), metric, code, p[first], p[second])
    end,
    no = "no two others who form {target} with {buyer} are on file with that much",
  }
end

--- Each of the two exceeds a line in a place, or two others who form a joint venture with the buyer do.
---@param place string suffix of the figures
---@param line string param
---@param where string as a sentence says it
---@return Element
function turnover.each_over(place, line, where)
  return {
    "each of two undertakings has a turnover above {" .. line .. "} " .. where,
    any = {
      {
        "each of {buyer} and {target} has a turnover above {" .. line .. "} " .. where,
        all = { turnover.buyer_over(place, line, where), turnover.target_over(place, line, where), turnover.two_undertakings() },
        no = "{buyer} and {target} do not each have a turnover above {" .. line .. "} " .. where,
      },
      turnover.two_partners_over(place, line, line, where),
    },
    no = "{buyer} and {target} do not each have a turnover above {" .. line .. "} " .. where,
  }
end

--- The deal has a Union dimension by either set of figures, the two-thirds exception apart.
---@return Element
function turnover.union_figures_met()
  return {
    "the turnover of {buyer} and {target} meets one set of the Union's figures",
    any = {
      {
        "the first set is met: worldwide together, and in the Union each",
        all = { turnover.combined_over "union_world", turnover.each_over("union", "union_each", "in the Union") },
        at = "Art. 1(2)",
        no = "the first set is not met",
      },
      {
        "the second set is met: worldwide together, in the Union each, and in three Member States",
        all = {
          turnover.combined_over "union_world_lower",
          turnover.each_over("union", "union_each_lower", "in the Union"),
          {
            "they have more than {state_combined} together and more than {state_each} each in {each}",
            at_least = 3,
            each = european_thresholds.member_states,
            test = function(s, p, case, it)
              if not undertakings.counted(p, it) then return false end
              local then_ = case:at(s.day)
              if not undertakings.each_over(s, case, then_, it.code, p.state_each) then return false end
              local all = undertakings.all_of_them(s, case, then_)
              return undertakings.together_over(then_, all, "revenue", it.code, p.state_combined)
            end,
            no = "in fewer than three Member States they have more than {state_combined} together and {state_each} each",
          },
        },
        at = "Art. 1(3)",
        no = "the second set is not met",
      },
    },
    no = "the turnover of {buyer} and {target} meets neither set of the Union's figures",
  }
end

--- The exception: each party has more than two thirds of its Union turnover in one and the same Member State.
---@return Element
function turnover.two_thirds_at_home()
  return {
    "{buyer} and {target} each have more than two thirds of their Union turnover in one and the same State: {each}",
    at_least = 1,
    each = european_thresholds.member_states,
    test = function(s, p, case, it)
      if not undertakings.counted(p, it) then return false end
      local then_ = case:at(s.day)
      for _, firms in ipairs(undertakings.concerned(s, case, then_)) do
        if not undertakings.at_home(then_, firms, it.code, "EU") then return false end
      end
      return true
    end,
    no = "{buyer} and {target} do not each have more than two thirds of their Union turnover in one and the same Member State",
  }
end

--- Is the turnover of each firm of an undertaking in a State on file, and of the same year as that in the Union?
local function all_on_file(then_, firms, it)
  for _, firm in ipairs(firms) do
    if not undertakings.on_file(then_, firm, "revenue", it.code) then return false end
    if undertakings.on_file(then_, firm, "revenue", "EU") and not undertakings.of_one_year(then_, firm, it.code) then return false end
  end
  return true
end

--- Has an undertaking at least a third of its Union turnover in each of two Member States?
local function in_two_states(p, then_, firms)
  local states = 0
  for _, it in ipairs(european_thresholds.member_states) do
    if undertakings.counted(p, it) and all_on_file(then_, firms, it) then
      local here = undertakings.revenue(then_, firms, it.code)
      if here + here + here >= undertakings.revenue(then_, firms, "EU") then states = states + 1 end
    end
  end
  return states >= 2
end

--- A party has a third of its Union turnover or more in each of two Member States: then none has more than two thirds.
---@param side string as a sentence says it
---@param first integer of the undertakings concerned
---@param last integer? the last of them, unless said
local function spread(side, first, last)
  return {
    side .. " has at least a third of its Union turnover in each of two Member States",
    function(s, p, case)
      local then_ = case:at(s.day)
      local sides = undertakings.concerned(s, case, then_)
      for i = first, last or #sides do
        if in_two_states(p, then_, sides[i]) then return true end
      end
      return false
    end,
    no = side .. " is not on file with a third of its Union turnover in each of two Member States",
  }
end

--- Has each undertaking more than two thirds of its Union turnover in a State?
local function home_of_all(then_, sides, it)
  for _, firms in ipairs(sides) do
    if not undertakings.at_home(then_, firms, it.code, "EU") then return false end
  end
  return true
end

--- No State has more than two thirds of all: each must be on file, or at least one that has.
local function nowhere_at_home()
  return {
    "no Member State has more than two thirds of the Union turnover of both",
    function(s, p, case)
      local then_ = case:at(s.day)
      local sides = undertakings.concerned(s, case, then_)
      for _, it in ipairs(european_thresholds.member_states) do
        local known = undertakings.counted(p, it)
        for _, firms in ipairs(sides) do known = known and all_on_file(then_, firms, it) end
        if known and home_of_all(then_, sides, it) then return false end
      end
      for _, it in ipairs(european_thresholds.member_states) do
        if undertakings.counted(p, it) and home_of_all(then_, sides, it) then return false end
      end
      return true
    end,
    no = "one Member State has more than two thirds of the Union turnover of both",
  }
end

--- Rebuttal for national law: the deal goes to the Commission alone.
---@return Element
function turnover.goes_to_the_commission()
  return {
    "the deal has a Union dimension, so that the Commission alone reviews it",
    all = {
      turnover.union_figures_met(),
      {
        "the two-thirds exception does not apply",
        any = {
          spread("{buyer}", 1, 1),
          spread("{target}, or who forms it with {buyer},", 2),
          nowhere_at_home(),
        },
        no = "both have more than two thirds of their Union turnover in one and the same Member State",
      },
    },
    basis = {
      { "eu-eumr-1-2", at = "Art. 1(2); Art. 21(3)", support = "direct" },
      { "eu-eumr-1-3", at = "Art. 1(3)", support = "direct" },
    },
    no = "the deal has no Union dimension",
  }
end

return turnover
