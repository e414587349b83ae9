--- Turnover tests that packs share. A rule that uses them has the roles `buyer` and `target` and a figure `day`, the day
--- that fixes the figures: accounts are read as they stood then. Elements name the figures and params that
--- `turnover.figures` and `turnover.union_params` give.
local european_thresholds = require "european_thresholds"

local turnover = {}

--- Turnover of a role in a place as it stood on the day that fixes the figures.
---@param role string
---@param geography string ISO code, worldwide or EU
---@param metric string? revenue unless said
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function turnover.of(role, geography, metric)
  local what = metric or "revenue"
  return function(s, _, case) return case:at(s.day):turnover(s[role], what, { geography = geography }) end
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
  params.state_combined    = { 100e6, "EUR", "Art. 1(3)(b): combined in each of three Member States, more than" }
  params.state_each        = { 25e6, "EUR", "Art. 1(3)(c): each of at least two in each of those three, more than" }
  params.bulgaria_and_romania = { by_date = european_thresholds.bulgaria_and_romania, "count", "members since 2007" }
  params.croatia              = { by_date = european_thresholds.croatia, "count", "member since July 2013" }
  params.united_kingdom       = { by_date = european_thresholds.united_kingdom, "count", "counted until the end of 2020" }
  return params
end

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

--- Each of the two exceeds a line in a place.
---@param place string suffix of the figures
---@param line string param
---@param where string as a sentence says it
---@return Element
function turnover.each_over(place, line, where)
  return {
    "each of {buyer} and {target} has a turnover above {" .. line .. "} " .. where,
    all = {
      turnover.over("buyer", "buyer_" .. place .. "_turnover", line, where),
      turnover.over("target", "target_" .. place .. "_turnover", line, where),
    },
    no = "{buyer} and {target} do not each have a turnover above {" .. line .. "} " .. where,
  }
end

--- Did the turnover of a State count as Union turnover on the day of the law?
local function counted(p, it) return not it.member or p[it.member] > 0 end

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
              if not counted(p, it) then return false end
              local then_ = case:at(s.day)
              local buyer = then_:turnover(s.buyer, "revenue", { geography = it.code })
              if buyer <= p.state_each then return false end
              local target = then_:turnover(s.target, "revenue", { geography = it.code })
              if target <= p.state_each then return false end
              return buyer + target > p.state_combined
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
    "{buyer} and {target} each have more than two thirds of their Union turnover in {each}",
    at_least = 1,
    each = european_thresholds.member_states,
    test = function(s, p, case, it)
      if not counted(p, it) then return false end
      local then_ = case:at(s.day)
      local buyer = then_:turnover(s.buyer, "revenue", { geography = it.code })
      if buyer + buyer + buyer <= s.buyer_union_turnover + s.buyer_union_turnover then return false end
      local target = then_:turnover(s.target, "revenue", { geography = it.code })
      return target + target + target > s.target_union_turnover + s.target_union_turnover
    end,
    no = "{buyer} and {target} do not each have more than two thirds of their Union turnover in one and the same Member State",
  }
end

--- Is the turnover of a role in a State on file? As recorded: a State that is not there may still have some.
local function on_file(then_, entity, it)
  return then_:financials { entity = entity, metric = "revenue", geography = it.code }:as_recorded():any()
end

--- A party has a third of its Union turnover or more in each of two Member States: then none has more than two thirds.
local function spread(role)
  local union = role .. "_union_turnover"
  return {
    "{" .. role .. "} has at least a third of its Union turnover in each of two Member States",
    function(s, p, case)
      local then_, states = case:at(s.day), 0
      for _, it in ipairs(european_thresholds.member_states) do
        if counted(p, it) and on_file(then_, s[role], it) then
          local here = then_:turnover(s[role], "revenue", { geography = it.code })
          if here + here + here >= s[union] then states = states + 1 end
        end
      end
      return states >= 2
    end,
    no = "{" .. role .. "} is not on file with a third of its Union turnover in each of two Member States",
  }
end

--- No State has more than two thirds of both: each must be on file, or at least one that has.
local function nowhere_at_home()
  return {
    "no Member State has more than two thirds of the Union turnover of both",
    function(s, p, case)
      local then_ = case:at(s.day)
      local function much(role, union, it)
        local here = then_:turnover(s[role], "revenue", { geography = it.code })
        return here + here + here > s[union] + s[union]
      end
      for _, it in ipairs(european_thresholds.member_states) do
        if counted(p, it) and on_file(then_, s.buyer, it) and on_file(then_, s.target, it)
          and much("buyer", "buyer_union_turnover", it) and much("target", "target_union_turnover", it) then
          return false
        end
      end
      for _, it in ipairs(european_thresholds.member_states) do
        if counted(p, it) and much("buyer", "buyer_union_turnover", it) and much("target", "target_union_turnover", it) then
          return false
        end
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
          spread "buyer",
          spread "target",
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
