local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"

---@type Rule
return {
  id           = "eu/fdi-screening",
  title        = "{buyer}, from outside the Union, invests in {target}, which is active in a screened field there",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = {
    {
      "eu-fdi-2026", at = "every State must screen; AI, chips, quantum, digital infrastructure; first look up to 45 days",
      support = "reported",
    },
  },
  in_force     = { from = "2028-01-17" },
  law_at       = european_deals.closing(),
  params       = { first_look = { 45, "days", "longest first review" } },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  applies = {
    {
      "{buyer} is seated outside the Union",
      function(s, _, case)
        return case:entities { id = s.buyer }:except { jurisdiction = european_thresholds.member_codes }:any()
      end,
      no = "no seat of {buyer} outside the Union is on file",
    },
    european_deals.active_in("target", european_thresholds.member_codes, "the Union"),
  },

  elements = {
    {
      "{target} is active in a field that every State must screen",
      any = {
        { "{target} develops AI", does = { "target", "ai-developer" }, no = "{target} does not develop AI" },
        { "{target} designs chips", does = { "target", "chip-designer" }, no = "{target} designs no chips" },
        { "{target} makes chips", does = { "target", "chip-maker" }, no = "{target} makes no chips" },
        { "{target} builds data centres", does = { "target", "data-centre-builder" }, no = "{target} builds no data centres" },
        { "{target} sells cloud computing", does = { "target", "cloud-provider" }, no = "{target} does not sell cloud computing" },
      },
      no = "{target} is active in no field that every State must screen",
    },
  },

  advice = "Plan {first_look} for the first review. Ask for the national law, which already applies, and whether a buyer within the "
    .. "Union is owned from outside: it is covered too.",
}
