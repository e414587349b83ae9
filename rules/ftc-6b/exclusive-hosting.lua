local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local outsiders  = require "outsiders"
local params     = require "params"

local COMPUTING = { "hosting", "capacity", "training" }

---@type Rule
return {
  id           = "ftc-6b/exclusive-hosting",
  title        = "{developer} must host with {investor}, a cloud provider that funds it",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: exclusivity", support = "direct" },
    { "ftc-6b-release-2025", at = "exclusivity rights of the cloud partners", support = "direct" },
    { "sherwood-2025-01-17", at = "exclusive cloud provider", support = "reported" },
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
    elements.binds("investor", "developer", COMPUTING,
      "{investor} holds exclusivity over where {developer} trains and runs its models",
      "{investor} holds no exclusivity over where {developer} trains and runs its models"),
    elements.share_at_least("investor", "market", "cloud_share"),
  },

  unless = {
    {
      "{developer} also buys capacity from another cloud provider",
      function(s, _, case)
        return case:agreements {
          type    = { "supply", "discounted-supply", "priority-supply" },
          scope   = COMPUTING,
          holder  = s.developer,
          grantor = outsiders.among(case, case:entities { activities = "cloud-provider" }, s.investor, s.developer),
        }:any()
      end,
    },
  },

  advice = "Ask whether {developer} may run the same workload with another provider, and at what cost.",
}
