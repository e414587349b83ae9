local designations     = require "designations"
local european_control = require "european_control"
local european_deals   = require "european_deals"
local strategic_status = require "strategic_status"

--- The day on which the present holding began: the step must be reported before it, by whoever is designated then.
local function day_of_step(s, case)
  local dated = case:holdings { holder = s.firm, entity = s.target, from = true }
  if dated:any() then return dated:latest().from end
  return case.as_of
end

---@type Rule
return {
  id           = "uk/sms-report",
  title        = "{firm}, with strategic market status, must report its stake in {target} to the CMA",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = {
    { "uk-sms-report", at = "DMCCA ss. 57 to 63: 15, 25 and 50 %; 25 million pounds; s. 61(4): not twice", support = "direct" },
    { "uk-sms-designated", at = "Google and Apple, October 2025", support = "reported" },
    { "uk-sms-period", at = "DMCCA s. 18: five years from the day after the notice", support = "direct" },
  },
  in_force     = { from = "2025-01-01" },
  law_at       = day_of_step,
  params       = strategic_status.params {
    first         = { 15, "percent", "from below to this or more" },
    second        = { 25, "percent", "from this or less to more" },
    third         = { 50, "percent", "from this or less to more" },
    consideration = { 25e6, "GBP", "all that was given for the shares, earlier steps added, at least" },
    one_day       = { 1, "days", "the day before the holding began" },
  },

  roles    = { "firm", "target" },
  subjects = european_deals.holdings,

  figures = {
    day          = function(s, _, case) return case:holdings { holder = s.firm, entity = s.target, from = true }:latest().from end,
    stake        = function(s, _, case) return case:held(s.firm, s.target, "stake") end,
    votes        = function(s, _, case) return case:held(s.firm, s.target, "votes") end,
    earlier_stake = european_control.before("firm", "target", "stake"),
    earlier_votes = european_control.before("firm", "target", "votes"),
    given        = function(s, _, case) return case:invested(s.firm, s.target) end,
    value        = function(s, _, case) return case:deal_value(s.firm, s.target) end,
  },

  applies = {
    {
      "{firm} holds shares of {target} since a day that is on file",
      recorded = { "holdings", holder = "firm", entity = "target", from = true },
      no = "no holding of {firm} in {target} with a first day is on file",
    },
    designations.named {
      role = "firm", seats = "GB", what = "a firm with strategic market status", list = designations.strategic, day = "day",
      term = "designation_lasts",
    },
    european_deals.active_in("target", "GB", "the United Kingdom"),
  },

  elements = {
    {
      "the stake of {firm} in {target} has passed a step",
      any = {
        european_control.reached("firm", "target", "first", ">="),
        european_control.reached("firm", "target", "second", ">"),
        european_control.reached("firm", "target", "third", ">"),
      },
      no = "the stake of {firm} in {target} has passed no step",
    },
    {
      "what was given for it comes to {consideration} at least",
      any = {
        { "{given} has been put in, {>=} {consideration}", "given", ">=", "consideration" },
        { "the deal is worth {value}, {>=} {consideration}", "value", ">=", "consideration" },
      },
      no = "what was given for it does not come to {consideration}",
    },
  },

  unless = { european_deals.told("GB", "the step has been reported to the CMA, or the CMA has taken it up", "firm", "target") },

  advice = "The report goes in before completion, then five working days until it is accepted and five more of waiting. A joint venture "
    .. "counts from 15 % and 25 million pounds of contributions.",
}
