local candidates     = require "candidates"
local elements       = require "elements"
local european_deals = require "european_deals"

local RIGHTS = { "veto", "consultation", "exclusivity", "information-access", "ip-licence", "right-of-first-refusal" }

---@type Rule
return {
  id           = "de/influence-deepened",
  title        = "The link of {investor} with {firm}, now active in Germany, has grown: a new concentration if substantially",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "DE",
  basis        = {
    { "de-37-2", at = "s. 37(2) GWB: firms joined before are joined anew by a substantially stronger link", support = "direct" },
    { "de-msft-openai", at = "a new look if the influence grows, now that there is activity in Germany", support = "direct" },
  },
  params       = { quiet = { 1, "years", "our choice: rights that came a year after the first money are a new step" } },

  roles    = { "investor", "firm" },
  subjects = candidates.partners,

  figures = {
    money    = function(s, _, case)
      return case:investments { investor = s.investor, target = s.firm, status = { "committed", "paid" } }
    end,
    holdings = function(s, _, case) return case:holdings { holder = s.investor, entity = s.firm } end,
    rights   = function(s, _, case) return case:agreements { type = RIGHTS, holder = s.investor, grantor = s.firm } end,
  },

  applies = {
    elements.interest("investor", "firm"),
    european_deals.active_in("firm", "DE", "Germany"),
  },

  elements = {
    {
      "the link has grown",
      any = {
        { "the stake has grown", function(s) return s.holdings:grew("stake") end, no = "the stake has not grown" },
        { "the votes have grown", function(s) return s.holdings:grew("votes") end, no = "the votes have not grown" },
        {
          "money or rights came more than {quiet} after the first money",
          function(s, p)
            for first in s.money do
              -- lint: allow or-between-tests: both ask about one day; where that is unknown, both are
              if s.rights:since(first.from + p.quiet):any() or s.money:since(first.from + p.quiet):any() then return true end
            end
            return false
          end,
          no = "neither money nor rights came later",
        },
      },
      no = "the link has not grown as far as recorded",
    },
  },

  advice = "Whether the link has grown substantially no record says: it is for the reader to judge. More money alone did not deepen the "
    .. "influence in 2023 in the office's view. Ask what {investor} may do now that it could not do before.",
}
