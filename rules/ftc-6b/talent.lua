local candidates = require "candidates"
local elements   = require "elements"

--- A team that comes in place of its firm, by where that deal stands.
local function hires(status, text, no)
  return {
    text,
    recorded = { "transactions", type = "acqui-hire", acquirer = "investor", target = "developer", status = status },
    no = no,
    basis = {
      { "cma-inflection-2024", at = "hiring a team can be a merger", support = "analogy" },
      { "ftc-acquihires-2026", at = "acqui-hires examined for avoiding merger review", support = "analogy" },
    },
  }
end

---@type Rule
return {
  id           = "ftc-6b/talent",
  title        = "Scarce engineers move between {developer} and {investor} outside the open market",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "areas to watch: access to inputs, engineering talent", support = "direct" },
    { "ftc-6b-release-2025", at = "access to engineering talent", support = "direct" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.staff,

  applies = {
    elements.develops_ai "developer",
    {
      "{investor} is a cloud provider or develops AI",
      any = { elements.cloud_provider "investor", elements.develops_ai "investor" },
      no = "{investor} is no cloud provider and does not develop AI",
    },
  },

  elements = {
    {
      "{investor} draws on the staff of {developer}",
      any = {
        elements.agreed("staff-exchange", "investor", "developer",
          "{investor} and {developer} exchange staff",
          "{investor} and {developer} exchange no staff"),
        hires("closed", "{investor} has hired the team of {developer} in place of buying the firm",
          "{investor} has not hired the team of {developer}"),
        hires("announced", "{investor} is about to hire the team of {developer} in place of buying the firm",
          "no hire of the team of {developer} by {investor} is announced and still to come"),
      },
      no = "{investor} does not draw on the staff of {developer}",
    },
  },

  advice = "Ask how many moved, with which know-how and licences, and whether {developer} still competes without them.",
}
