local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"

---@type Rule
return {
  id           = "merger-guidelines-2023/platform",
  title        = "{buyer}, which runs a platform, takes over {target}, which competes with it, is needed on it or could displace it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 9, section 2.9", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = { deal = deals.between("buyer", "target") },

  applies = {
    deals.absorbs("buyer", "target"),
    {
      "{buyer} serves users on one side and businesses on another",
      all = {
        {
          "users of {buyer} are counted",
          recorded = { "financials", entity = "buyer", metric = "users" },
          no = "no users of {buyer} are on file",
        },
        {
          "business users of {buyer} are counted",
          recorded = { "financials", entity = "buyer", metric = "business-users" },
          no = "no business users of {buyer} are on file",
        },
      },
      no = "nothing on file shows {buyer} to run a platform with two sides",
    },
  },

  elements = {
    {
      "{target} competes with the platform, could displace it, or serves its sides",
      any = {
        elements.observed_between("head-to-head", "buyer", "target", "{buyer} and {target} compete head to head"),
        elements.observed("nascent-threat", "target", "{target} could grow into a rival of the platform"),
        elements.supplies("buyer", "target"),
        elements.supplies("target", "buyer"),
      },
      no = "{target} is on file neither as a rival of the platform nor as one of those that it serves",
    },
  },

  unless = {
    deals.efficient("buyer", "target", { { "merger-guidelines-2023-rebuttal", at = "section 3.3", support = "direct" } }),
  },

  advice = "Ask whether {target} helps users to leave the platform or to use several, and whether {buyer} would favour {target} over "
    .. "others who sell there.",
}
