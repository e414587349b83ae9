local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local outsiders  = require "outsiders"
local params     = require "params"

---@type Rule
return {
  id           = "ftc-6b/exclusive-api",
  title        = "{developer} may sell its API only through {investor}, a cloud provider that funds it",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: exclusivity", support = "direct" },
    { "ftc-6b-release-2025", at = "exclusivity rights of the cloud partners", support = "direct" },
  },
  params       = { cloud_share = params.cloud_share() },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  figures = {
    market = figures.worldwide "cloud-infrastructure",
    share  = figures.share("market", "investor"),
  },

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    elements.binds("investor", "developer", { "api", "models" },
      "{investor} holds exclusivity over the API or models of {developer}",
      "{investor} holds no exclusivity over the API or models of {developer}"),
    elements.share_at_least("investor", "market", "cloud_share"),
  },

  unless = {
    {
      "the API or models of {developer} are also sold through another cloud provider",
      function(s, _, case)
        return case:agreements {
          type    = { "supply", "discounted-supply", "priority-supply" },
          scope   = { "api", "models" },
          holder  = outsiders.among(case, case:entities { activities = "cloud-provider" }, s.investor, s.developer),
          grantor = s.developer,
        }:any()
      end,
    },
  },

  advice = "Ask whether {developer} may offer the same models through another provider, and from when.",
}
