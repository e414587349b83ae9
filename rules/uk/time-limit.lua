local candidates = require "candidates"
local uk_mergers = require "uk_mergers"

---@type Rule
return {
  id           = "uk/time-limit",
  title        = "The CMA may still refer the completed deal of {buyer} and {target}, until {last_day}",
  severity     = "info",
  nature       = "bright-line",
  jurisdiction = "UK",
  basis        = { { "uk-time-limit", at = "s. 24: four months from completion, or from publicity if later", support = "direct" } },
  params       = uk_mergers.params { term = { 4, "months", "s. 24" } },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = uk_mergers.figures {
    deal     = function(s, _, case)
      return case:transactions { acquirer = s.buyer, target = s.target, status = "closed", closed = true }:latest()
    end,
    known    = uk_mergers.completion_known "deal",
    last_day = function(s, p) return s.known + p.term end,
  },

  applies = {
    {
      "the deal of {buyer} and {target} is complete",
      recorded = { "transactions", acquirer = "buyer", target = "target", status = "closed", closed = true },
      no = "the deal of {buyer} and {target} is not complete as far as recorded",
    },
    uk_mergers.cease_to_be_distinct(),
  },

  elements = {
    {
      "the four months have not passed",
      function(s, _, case) return case.as_of <= s.last_day end,
      no = "the last day of the four months was {last_day}",
    },
  },

  advice = "Ask when material facts about the completion were made public or came to the CMA: the time runs from then (record it as an "
    .. "observation x-made-public on the deal). It may be extended by consent and while information is missing.",
}
