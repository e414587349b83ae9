local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local turnover            = require "turnover"
local undertakings        = require "undertakings"

local TERRITORIES = { "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "WF" }

--- A side is active overseas: the party itself, or one whose turnover is its turnover too.
---@param role string
---@param others string who that is, as a sentence says it
---@param firms fun(s: Subject, case: Case, then_: Case): Entity[]
local function active(role, others, firms)
  local party = "{" .. role .. "}"
  return {
    party .. ", or " .. others .. ", has turnover in an overseas territory",
    any = {
      {
        party .. " has turnover in an overseas territory",
        recorded = { "financials", entity = role, geography = TERRITORIES },
        no = "no turnover of " .. party .. " in an overseas territory is on file",
      },
      {
        others .. " has turnover in an overseas territory",
        function(s, _, case)
          local all = firms(s, case, case)
          if #all < 1 then return false end -- an empty list is no filter
          return case:financials { entity = all, geography = TERRITORIES }:any()
        end,
        no = "nobody else's turnover in an overseas territory is on file",
      },
    },
    no = "no turnover of " .. party .. " in an overseas territory is on file",
  }
end

--- Do two sides, each with those whose turnover is its own, have more than a line in a territory?
local function both_over(s, case, it, metric, line)
  local then_ = case:at(s.day)
  local others = undertakings.partners(s, case, then_)
  table.insert(others, s.target)
  if not case:financials { entity = others, metric = metric, geography = it.code }:any() then return false end
  local own = undertakings.buyer_and_parents(s, then_)
  if #own + #others < 3 then
    local place = { geography = it.code }
    return least(then_:turnover(s.buyer, metric, place), then_:turnover(s.target, metric, place)) > line
  end
  if not undertakings.one_over(then_, others, metric, it.code, line) then return false end
  return undertakings.together_over(then_, own, metric, it.code, line)
end

---@type Rule
return {
  id           = "fr/turnover-overseas",
  title        = "The deal of {buyer} and {target} must be notified to the Autorité because of an overseas territory",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "FR",
  basis        = {
    { "fr-430-2-III", at = "L. 430-2 III: undertakings or groups: 75 million, 15 in the territory, 5 in retail", support = "reported" },
    { "fr-430-3", at = "filed before it is carried out: the law of closing where no filing is on record", support = "direct" },
    { "fr-guidelines-accounts", at = "accounts as at the signing", support = "reported" },
  },
  law_at       = european_deals.filing "FR",
  params       = turnover.union_params {
    world  = { by_date = european_thresholds.fr_overseas_world, "EUR", "worldwide together, before tax, more than" },
    line   = { by_date = european_thresholds.fr_overseas_each, "EUR", "each of two in the territory, more than" },
    retail = { by_date = european_thresholds.fr_overseas_retail, "EUR", "each of two in retail in the territory, more than" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = turnover.figures(european_deals.announcement_day()),

  applies = {
    {
      "turnover in an overseas territory is on file", recorded = { "financials", geography = TERRITORIES },
      no = "no turnover in an overseas territory is on file",
    },
    european_deals.concentration(),
    active("target", "another parent of it", undertakings.partners),
    active("buyer", "who controls it with others", undertakings.buyer_and_parents),
  },

  elements = {
    turnover.combined_over "world",
    {
      "both reach the figure of one territory",
      any = {
        {
          "both have more than {line} in {each}",
          at_least = 1,
          each = european_thresholds.french_overseas,
          test = function(s, p, case, it) return both_over(s, case, it, "revenue", p.line) end,
          no = "in no territory do both have more than {line}",
        },
        {
          "both have more than {retail} in retail in {each}",
          at_least = 1,
          each = european_thresholds.french_overseas,
          test = function(s, p, case, it) return both_over(s, case, it, "x-retail-revenue", p.retail) end,
          no = "in no territory do both have more than {retail} in retail",
        },
      },
      no = "in no territory do both {buyer} and {target} reach the figures",
    },
  },

  unless = { turnover.goes_to_the_commission() },

  advice = "Both are asked for in one territory; that each may reach the figure in another is recalled, not read. "
    .. "Whether the overseas bill of 2025 and 2026 changed the figures was not found: check on Légifrance. Retail turnover is "
    .. "recorded under the own metric x-retail-revenue.",
}
