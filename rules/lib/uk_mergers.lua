--- What the British rules share: when enterprises cease to be distinct, and which day's figures apply.
local elements         = require "elements"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local ownership        = require "ownership"
local part_bought      = require "part_bought"

local uk_mergers = {}

--- Observations that weigh enough; a party's own claim is weak.
local SOLID = { "moderate", "strong" }

--- A role as a placeholder.
---@param name string
---@return string
local function as(name) return "{" .. name .. "}" end

--- Factors of which the CMA has said that one may be enough, however few the votes.
---@param holder string role
---@param firm string role
---@return Element[]
function uk_mergers.strong_factors(holder, firm)
  return {
    european_control.dependence(holder, firm),
    elements.seat(holder, firm),
    european_control.veto(holder, firm),
    ownership.names_board(holder, firm),
  }
end

--- Votes of one in the other, a figure of `uk_mergers.figures`, against a line.
local function votes(one, other, sign, line)
  return {
    "the votes of " .. as(one) .. " in " .. as(other) .. " are " .. as(one .. "_votes") .. ", {>=} " .. as(line),
    one .. "_votes", sign, line,
  }
end

--- What was found of two firms, and that it was not found both ways: of two findings that contradict each other nobody has
--- said which one holds.
local function found_only(one, other, says, contrary)
  return function(s, _, case)
    local found = case:observations { says = { says, contrary }, about = s[one], strength = SOLID }:where { about = s[other] }
    if not found:where { says = says }:any() then return false end
    if found:where { says = contrary }:as_recorded():none() then return true end
    return found:one():has { says = says }
  end
end

--- It was found that a holder influences the policy of a firm: found is found, however few the votes.
---@param holder string role
---@param firm string role
---@return Element
function uk_mergers.found_to_influence(holder, firm)
  return {
    "it was found that " .. as(holder) .. " influences the policy of " .. as(firm),
    found_only(holder, firm, "influence", "investment-only"),
    no = "no finding that " .. as(holder) .. " influences the policy of " .. as(firm) .. " is on file",
  }
end

--- Rebuttal: it was found that a holder only invests.
---@param holder string role
---@param firm string role
---@return Element
function uk_mergers.found_only_to_invest(holder, firm)
  return {
    "it has been found that " .. as(holder) .. " only invests in " .. as(firm) .. " and does not influence it",
    found_only(holder, firm, "investment-only", "influence"),
  }
end

--- What lies between too little and enough: the votes or a strong factor give the CMA reason to look. No line decides it, so
--- that it is open, unless it was found to be none or all findings are on file.
---@param one string role
---@param other string role
---@param reasons Element[] for any of which the CMA may look
---@param no string the sentence when there is none of them
---@return Element
function uk_mergers.influence_to_be_judged(one, other, reasons, no)
  return {
    as(one) .. " may influence the policy of " .. as(other) .. " materially with fewer votes",
    all = {
      { "the votes, or what comes with them, give the CMA reason to look", any = reasons, no = no },
      {
        as(one) .. " was not found only to invest in " .. as(other),
        function(s, _, case)
          return case:observations { says = "investment-only", about = s[one], strength = SOLID }:where { about = s[other] }
            :as_recorded():none()
        end,
        no = as(one) .. " was found only to invest in " .. as(other),
      },
      {
        as(one) .. " was found to influence the policy of " .. as(other),
        function(s, _, case)
          -- what nobody has found is open: only a list declared complete makes it false
          local found = case:observations { says = "influence", about = s[one], strength = SOLID }:where { about = s[other] }
          return not found:none()
        end,
        no = as(one) .. " was not found to influence the policy of " .. as(other),
      },
    },
    no = "no votes and no factors leave it open whether " .. as(one) .. " influences the policy of " .. as(other),
  }
end

--- Why the CMA may look, for the takeover of one by the other.
local function reasons_to_look(one, other)
  return {
    votes(one, other, ">=", "examined"),
    european_control.dependence(one, other),
    elements.seat(one, other),
    european_control.veto(one, other),
  }
end

--- Enterprises cease to be distinct (Enterprise Act 2002 s. 26): a takeover, a team with its know-how, legal or de facto
--- control, or influence on policy. Above 25 % of the votes the guidance takes influence as given. Below, it was found or it
--- depends: the element is then open. The rule has the params of `uk_mergers.params` and the figures of `uk_mergers.figures`.
---@param buyer string? role, `buyer` unless said
---@param target string? role, `target` unless said
---@return Element
function uk_mergers.cease_to_be_distinct(buyer, target)
  local one, other = buyer or "buyer", target or "target"
  return {
    "the enterprises of " .. as(one) .. " and " .. as(other) .. " cease to be distinct",
    any = {
      european_deals.takeover(one, other),
      ownership.names_board(one, other),
      votes(one, other, ">", "influence"),
      uk_mergers.found_to_influence(one, other),
      uk_mergers.influence_to_be_judged(one, other, reasons_to_look(one, other),
        "neither votes of {examined} nor a seat, a veto or exclusive dependence give the CMA reason to look"),
    },
    no = "the enterprises of " .. as(one) .. " and " .. as(other) .. " do not cease to be distinct as far as recorded",
  }
end

--- Params of the element above, added to a rule's own.
---@param params table
---@return table params
function uk_mergers.params(params)
  params.half_of_votes = european_deals.half_of_votes()
  params.influence = { 25, "percent", "votes above this carry material influence (CMA2)" }
  params.examined = { 15, "percent", "votes from this on the CMA may look at; below, other factors must be strong (CMA2)" }
  return params
end

--- Adds the figure that the element reads: the votes of a party in the other, `buyer_votes`.
---@param figures table
---@param buyer string? role, `buyer` unless said
---@param target string? role, `target` unless said
---@return table figures
function uk_mergers.figures(figures, buyer, target)
  local one, other = buyer or "buyer", target or "target"
  figures[one .. "_votes"] = function(s, _, case) return part_bought.held(case, s[one], s[other], "votes") end
  return figures
end

--- The day whose figures apply: the day on which the CMA opened phase 1 where that is on file and came before closing, else
--- closing, else today. So the figures of 2025 reach no enterprises that ceased to be distinct before, and no deal that the
--- CMA had opened (S.I. 2024/1226, Schedule, para 5).
---@param buyer string? role, `buyer` unless said
---@param target string? role, `target` unless said
---@return fun(s: Subject, case: Case): Quantity date
function uk_mergers.law_at(buyer, target)
  local one, other = buyer or "buyer", target or "target"
  return function(s, case)
    local closing = case:deal_date(s[one], s[other])
    local filings = european_deals.filings(case, "GB", s[one], s[other])
    if filings:any() then return least(filings:latest().from, closing) end
    return closing
  end
end

--- The day from which a completed deal may be referred for four months (s. 24): that of closing or, where the file records that the
--- closing was made public later, that later day, unless the CMA was told or opened a case before. An own word stands for it:
--- an observation `x-made-public` on the deal, from the day of the publicity.
---@param deal string figure, the transaction between the roles `buyer` and `target`
---@return fun(s: Subject, p: Params, case: Case): Quantity date
function uk_mergers.completion_known(deal)
  return function(s, _, case)
    local authorities = case:entities { form = "agency", jurisdiction = "GB" }
    local told = case:proceedings { authority = authorities, type = { "inquiry", "decision", "x-notification" }, against = s.buyer }
      :where { against = s.target }
    local day = s[deal].closed
    for public in case:observations { says = "x-made-public", about = s[deal], from = true }:ever() do
      local first = public.from
      for one in told do first = least(first, one.from) end
      day = greatest(day, first)
    end
    return day
  end
end

--- Turnover of a role in the United Kingdom as it stood at closing, or stands today.
---@param role string
---@return fun(s: Subject, p: Params, case: Case): Quantity amount
function uk_mergers.turnover(role)
  return function(s, _, case)
    return case:at(case:deal_date(s.buyer, s.target)):turnover(s[role], "revenue", { geography = "GB" })
  end
end

return uk_mergers
