local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local turnover            = require "turnover"

local TERRITORIES = { "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM", "WF" }

---@type Rule
return {
  id           = "fr/turnover-overseas",
  title        = "The deal of {buyer} and {target} must be notified to the Autorité because of an overseas territory",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "FR",
  basis        = {
    { "fr-430-2-III", at = "L. 430-2 III: 75 million, 15 in the territory, 5 in retail there", support = "reported" },
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
    european_deals.concentration(),
    {
      "{target} has turnover in an overseas territory",
      recorded = { "financials", entity = "target", geography = TERRITORIES },
      no = "no turnover of {target} in an overseas territory is on file",
    },
    {
      "{buyer} has turnover in an overseas territory",
      recorded = { "financials", entity = "buyer", geography = TERRITORIES },
      no = "no turnover of {buyer} in an overseas territory is on file",
    },
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
          test = function(s, p, case, it)
            local place = { geography = it.code }
            if not case:financials { entity = s.target, metric = "revenue", geography = it.code }:any() then return false end
            local then_ = case:at(s.day)
            return least(then_:turnover(s.buyer, "revenue", place), then_:turnover(s.target, "revenue", place)) > p.line
          end,
          no = "in no territory do both have more than {line}",
        },
        {
          "both have more than {retail} in retail in {each}",
          at_least = 1,
          each = european_thresholds.french_overseas,
          test = function(s, p, case, it)
            local place = { geography = it.code }
            if not case:financials { entity = s.target, metric = "x-retail-revenue", geography = it.code }:any() then return false end
            local then_ = case:at(s.day)
            return least(then_:turnover(s.buyer, "x-retail-revenue", place), then_:turnover(s.target, "x-retail-revenue", place)) > p.retail
          end,
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
