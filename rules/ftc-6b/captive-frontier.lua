local candidates = require "candidates"
local params     = require "params"

--- 1 where a supplier is one of the three largest, 0 where it is not, between them where a firm that the table does not name may be
--- larger: a figure asks no yes or no.
local function one_of_three(market, supplier) return least(greatest(3 - market:count_larger(supplier), 0), 1) end

--- The money that one firm has bound to another, each sum once: what is a total of all so far is not added to what came before, and
--- what is only announced is none.
local function bound(case, supplier, developer)
  local firm = case:investments { investor = supplier, target = developer, status = { "committed", "paid" } }
  return least(case:invested(supplier, developer), firm:sum("amount"))
end

--- 1 where an amount is surely over a line, 0 where it surely is not, between them where nobody knows.
local function is_over(amount, line, p)
  local above = greatest(amount - line, line - line)
  return p.once * least(above / p.hair, p.whole)
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
    hair           = { 0.001, "USD", "sums on file that differ do so by more: what is over a line is over it by this at least" },
    whole          = { 100, "percent", "of a hair: once it is over, by how much does not matter" },
    once           = { 1, "count", "a developer is tied once, by however many suppliers" },
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
          ties = ties + least(is_over(bound(case, cloud, developer), p.material_money, p), one_of_three(s.market, cloud))
        end
        tied = tied + least(ties, p.once)
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
