local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"

---@type Rule
return {
  id           = "ftc-6b/full-acquisition",
  title        = "{investor}, a cloud provider, is on a path to acquiring {developer} outright",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "bloomberg-2025-01-17", at = "developers could be fully acquired", support = "reported" },
    { "ftc-6b-2025", at = "implications, as the press tells them", support = "reported" },
  },
  params       = {
    cumulative = { 1e9, "USD", "our choice: the FTC studied multi-billion-dollar deals only; the report sets no line" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  figures = {
    invested = figures.invested("investor", "developer"),
  },

  applies = {
    elements.develops_ai "developer",
    elements.cloud_provider "investor",
    elements.interest("investor", "developer"),
    {
      "{investor} has not acquired {developer} yet",
      function(s, _, case)
        return case:transactions {
          type = { "acquisition", "merger" }, acquirer = s.investor, target = s.developer, status = "closed",
        }:as_recorded():none()
      end,
      no = "{investor} has acquired {developer} already",
    },
  },

  elements = {
    {
      "at least two signs point to {investor} acquiring {developer}",
      at_least = 2,
      of = {
        {
          "{investor} has committed {invested} to {developer} so far, {>=} {cumulative}",
          "invested", ">=", "cumulative",
          no = "{investor} has committed {invested} to {developer} so far, below {cumulative}",
        },
        {
          "{investor} holds a growing stake in {developer}",
          all = {
            elements.holds_shares("investor", "developer"), -- what was sold has not grown
            {
              "the stake of {investor} in {developer} has grown",
              function(s, _, case)
                return case:holdings { holder = s.investor, entity = s.developer }:grew("stake")
              end,
              no = "the stake of {investor} in {developer} has not grown as far as recorded",
            },
          },
          no = "{investor} holds no growing stake in {developer} as far as recorded",
        },
        elements.convertible("investor", "developer"),
        {
          "{investor} comes first if shares or control of {developer} are sold",
          recorded = {
            "agreements", type = { "right-of-first-refusal", "right-of-first-notice" },
            holder = "investor", grantor = "developer", scope = { "shares", "change-of-control" },
          },
          no = "{investor} has no first call on shares or control of {developer}",
        },
        elements.say("investor", "developer"),
        {
          "some of the money is due only when {developer} reaches milestones",
          recorded = {
            "investments", investor = "investor", target = "developer", conditional = true,
            status = { "committed", "paid" },
          },
          no = "no money from {investor} depends on milestones of {developer}",
        },
      },
      no = "fewer than two signs point to {investor} acquiring {developer}",
    },
  },

  unless = {
    elements.observed_between("investment-only", "investor", "developer",
      "{investor} holds its interest in {developer} solely for investment"),
  },

  advice = "Ask for the cap on {investor}'s stake, what its instruments convert into, and when.",
}
