--- Influence over a firm, step by step: what gives a say, what gives control, what a holding was before it grew.
local elements    = require "elements"
local part_bought = require "part_bought"

local european_control = {}

--- Scopes of a right that bind a partner to one supplier or one outlet.
local LIFELINE = { "hosting", "training", "capacity", "api", "models" }

--- Observations that weigh enough; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- Own word of an observation on a holder and a firm: with its votes it had a majority at the last general meetings.
local MAJORITY_OF_THOSE_WHO_CAME = "x-majority-at-meetings"

--- Own words for what a veto must cover to give control.
local STRATEGY = { "x-budget", "x-business-plan", "x-management", "x-strategy" }

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

--- The firm depends on the holder for computing or for reaching customers, and may turn to nobody else.
---@param holder string role
---@param firm string role
---@return Element
function european_control.dependence(holder, firm)
  return elements.binds(holder, firm, LIFELINE,
    as(firm) .. " may train, run or sell its models through " .. as(holder) .. " alone",
    as(firm) .. " is not bound to " .. as(holder) .. " alone for computing or for sales")
end

--- The holder may stop decisions.
---@param holder string role
---@param firm string role
---@return Element
function european_control.veto(holder, firm)
  return elements.agreed("veto", holder, firm, as(holder) .. " may veto decisions of " .. as(firm),
    as(holder) .. " has no veto over " .. as(firm))
end

--- The holder sees confidential information of the firm.
---@param holder string role
---@param firm string role
---@return Element
function european_control.insight(holder, firm)
  return elements.agreed("information-access", holder, firm,
    as(holder) .. " sees confidential information of " .. as(firm),
    as(holder) .. " has no access to confidential information of " .. as(firm))
end

--- The holder alone has a licence to the firm's technology.
---@param holder string role
---@param firm string role
---@return Element
function european_control.exclusive_licence(holder, firm)
  return {
    as(holder) .. " alone has a licence of " .. as(firm),
    recorded = { "agreements", type = "ip-licence", holder = holder, grantor = firm, exclusive = true },
    no = as(holder) .. " has no exclusive licence of " .. as(firm),
  }
end

--- The figures that `european_control.control` reads: the directors, and those whom the holder named.
---@param holder string role
---@param firm string role
---@param made table figures
---@return table figures
function european_control.board(holder, firm, made)
  made.directors = function(s, _, case)
    return case:positions { entity = s[firm], role = "director" }:as_recorded():count()
  end
  made.named = function(s, _, case)
    return case:positions { entity = s[firm], role = "director", appointed_by = s[holder] }:count()
  end
  made.named_twice = function(s) return s.named + s.named end
  return made
end

--- The holder has half of the votes: without it nothing is decided, so that it controls with whoever has the other half. A holding
--- that is recorded as without control, as where the other has the casting vote, is none. The rule has the param `half_of_votes`.
---@param holder string role
---@param firm string role
---@return Element
function european_control.half(holder, firm)
  return {
    as(holder) .. " has {half_of_votes} of the votes of " .. as(firm) .. ", so that nothing is decided without it",
    function(s, p, case)
      for held in case:holdings { holder = s[holder], entity = s[firm], control = false } do
        if held.votes >= p.half_of_votes then return true end
      end
      return false
    end,
    basis = {
      { "eu-jurisdictional-notice", at = "joint control: equality in voting rights", support = "reported" },
    },
    no = as(holder) .. " has less than {half_of_votes} of the votes of " .. as(firm) .. ", as far as recorded",
  }
end

--- Has another more of the votes, or control alone?
local function another_decides(s, case, holder, firm, votes)
  local others = case:holdings { entity = s[firm] }:except { holder = s[holder] }
  if others:where { control = "sole" }:as_recorded():any() then return true end
  for other in others:list "holder" do -- of a group together
    if case:held(other, s[firm], "votes"):as_recorded() > votes then return true end
  end
  return false
end

--- Fewer votes than half are a majority where enough others stay away. No field records who came: it was found, or, where the
--- votes are many and nobody has more, it is open unless all findings are on file. A holding that says who controls is asked
--- elsewhere. The rule has the param `many_votes`. One test, since most holders are none of that by their own holding.
---@param holder string role
---@param firm string role
---@return Element
local function majority_of_those_who_come(holder, firm)
  return {
    as(holder) .. " has a majority of the votes at the general meetings of " .. as(firm) .. ", since others stay away",
    function(s, p, case)
      local found = case:observations { says = MAJORITY_OF_THOSE_WHO_CAME, about = s[holder], strength = SOLID }
        :where { about = s[firm] }
      if found:any() then return true end
      local holdings = case:holdings { holder = s[holder], entity = s[firm] }
      if holdings:where { control = true }:as_recorded():any() then return false end
      if not holdings:any() then return false end
      local votes = case:held(s[holder], s[firm], "votes"):as_recorded()
      if votes >= p.many_votes then
        if another_decides(s, case, holder, firm, votes) then return false end
        return not found:none() -- what nobody has found is open: only a list declared complete makes it false
      end
      return false
    end,
    basis = {
      { "eu-jurisdictional-notice", at = "sole control in fact: who came to earlier general meetings", support = "reported" },
    },
    no = as(holder) .. " has less than {many_votes} of the votes of " .. as(firm) .. ", or another decides there, as far as recorded",
  }
end

--- Rebuttal: the control does not last. The Regulation names no time, so that nothing but a finding shows it: an own word stands
--- for it, an observation `x-temporary-control` on both.
---@param holder string role
---@param firm string role
---@return Element
function european_control.for_a_time(holder, firm)
  local element = elements.observed_between("x-temporary-control", holder, firm,
    as(holder) .. " controls " .. as(firm) .. " only for a time, not on a lasting basis")
  element.basis = { { "eu-eumr-3-control", at = "Art. 3(1): on a lasting basis", support = "direct" } }
  return element
end

--- The holder decides alone, decides with others, or can stop the firm's strategy. The rule has the params `half_of_votes` and
--- `many_votes` and the figures of `european_control.board`.
---@param holder string role
---@param firm string role
---@return Element
function european_control.control(holder, firm)
  return {
    as(holder) .. " can decide, or stop, the strategy of " .. as(firm),
    any = {
      {
        as(holder) .. " merges with " .. as(firm) .. ", or takes all of it over",
        recorded = { "transactions", acquirer = holder, target = firm, type = { "merger", "acquisition" } },
        no = "no merger of " .. as(holder) .. " with " .. as(firm) .. " and no takeover is on file",
      },
      {
        as(holder) .. " is recorded as controlling " .. as(firm) .. ", alone or with others",
        recorded = { "holdings", holder = holder, entity = firm, control = { "sole", "joint" } },
        no = "no control of " .. as(firm) .. " by " .. as(holder) .. " is recorded",
      },
      {
        as(holder) .. " has more than {half_of_votes} of the votes of " .. as(firm),
        function(s, p, case)
          if not case:holdings { holder = s[holder], entity = s[firm], control = false }:any() then return false end
          return case:held(s[holder], s[firm], "votes") > p.half_of_votes -- of the group, by several holdings too
        end,
        no = as(holder) .. " has not more than {half_of_votes} of the votes of " .. as(firm),
      },
      european_control.half(holder, firm),
      {
        as(holder) .. " named {named} of the {directors} directors on file, more than half",
        "named_twice", ">", "directors",
        no = as(holder) .. " named no majority of the directors on file",
      },
      {
        as(holder) .. " may veto the budget, the business plan or the choice of management of " .. as(firm),
        recorded = { "agreements", type = "veto", holder = holder, grantor = firm, scope = STRATEGY },
        no = as(holder) .. " has no veto over the strategy of " .. as(firm),
      },
      part_bought.to_come(holder, firm),
      majority_of_those_who_come(holder, firm),
    },
    no = "nothing on file lets " .. as(holder) .. " decide or stop the strategy of " .. as(firm),
  }
end

--- How much of a firm a holder had just before its present holding began: a figure. The rule has the param `one_day`.
---@param holder string role
---@param firm string role
---@param what "stake"|"votes"
---@return fun(s: Subject, p: Params, case: Case): Quantity percent
function european_control.before(holder, firm, what)
  return function(s, p, case)
    local present = case:holdings { holder = s[holder], entity = s[firm] }:latest()
    return case:at(present.from - p.one_day):held(s[holder], s[firm], what):as_recorded()
  end
end

--- A line is reached, by capital or by votes, that was not reached before. Figures stake, votes, earlier_stake,
--- earlier_votes.
---@param holder string role
---@param firm string role
---@param line string param
---@param sign ">="|">" whether reaching is enough
---@return Element
function european_control.reached(holder, firm, line, sign)
  local before = ({ [">="] = "<", [">"] = "<=" })[sign]
  local param = as(line)
  local function by(what, is, was)
    local sentence = "the " .. what .. " of " .. as(holder) .. " in " .. as(firm) .. " went from {earlier_" .. what .. "} to {"
      .. what .. "}"
    return {
      sentence .. ", past " .. param,
      all = {
        { "now the " .. what .. " " .. is .. " {" .. what .. "}, {>=} " .. param, what, sign, line },
        {
          "before, the " .. what .. " " .. was .. " {earlier_" .. what .. "}, {>=} " .. param,
          "earlier_" .. what, before, line,
        },
      },
      no = sentence .. ", which does not pass " .. param,
    }
  end
  return {
    as(holder) .. " has passed " .. param .. " of " .. as(firm),
    any = { by("stake", "is", "was"), by("votes", "are", "were") },
    no = as(holder) .. " has not passed " .. param .. " of " .. as(firm),
  }
end

return european_control
