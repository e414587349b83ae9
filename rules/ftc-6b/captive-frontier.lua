local candidates = require "candidates"
local params     = require "params"

--- 1 where a supplier is one of the three largest, 0 where it is not, between them where a firm that the table does not name may be
--- larger: a figure asks no yes or no.
local function one_of_three(market, supplier) return least(greatest(3 - market:count_larger(supplier), 0), 1) end

--- 1 where a supplier has put more than the line into a developer in all, 0 where it has not, between them where that is open. Of
--- less than a dollar above the line it is part of 1.
local function past_line(p, case, cloud, developer)
  local firm = case:investments { investor = cloud, target = developer, status = { "committed", "paid" }, amount = true }
  local above = (case:invested(cloud, developer) - p.material_money) / p.dollar
  return least(firm:count(), 1) * least(greatest(above, p.whole - p.whole), p.whole)
end

---@type Rule
return {
  id           = "ftc-6b/captive-frontier",
  title        = "At least half of the independent AI developers on file depend on the three largest suppliers of {market}",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "the three partnerships taken together", support = "analogy" },
    { "cma-ai-update-2024", at = "over 90 linked partnerships and investments", support = "analogy" },
  },
  params       = {
    minimum        = { 3, "count", "a share of fewer than three developers says nothing about a market" },
    part           = { 50, "percent", "our choice: with half of the developers tied, rivals must look for the other half" },
    material_money = params.material_money(),
    dollar         = { 1, "USD", "amounts are in whole dollars: what is above the line is so by one at least" },
    whole          = { 100, "percent", "one tie, however much it is" },
  },

  roles    = { "market" },
  subjects = candidates.markets_of "cloud-infrastructure",

  figures = {
    developers = function(_, _, case)
      return case:entities { activities = "ai-developer" }:where { activities = true }
        :except { activities = "cloud-provider" }
    end,
    number = function(s) return s.developers:as_recorded():count() end,
    clouds = function(s) return s.market:largest(3) end,
    tied   = function(s, p, case)
      local tied = 0
      for developer in s.developers do
        local ties = 0
        for cloud in s.clouds do
          ties = ties + least(past_line(p, case, cloud, developer), one_of_three(s.market, cloud)) -- at most 1 each
        end
        tied = tied + least(ties, 1)
      end
      return tied
    end,
    line   = function(s, p) return s.number * p.part end,
  },

  applies = {
    {
      "{number} independent AI {number|developer is|developers are} on file, {>=} {minimum}",
      "number", ">=", "minimum",
      no = "{number} independent AI {number|developer is|developers are} on file, below {minimum}",
    },
  },

  elements = {
    {
      "{tied} of the {number} took over {material_money} from one of {clouds}, {>=} {part}",
      "tied", ">=", "line",
      no = "{tied} of the {number} took over {material_money} from one of {clouds}, below {part}",
    },
  },

  advice = "Ask which developers could still train a leading model without money or computing from {clouds}.",
}
