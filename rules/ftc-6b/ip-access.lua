local candidates = require "candidates"
local elements   = require "elements"
local outsiders  = require "outsiders"

local MODELS = { "models", "weights" }

--- A licence to one of some firms, none of them the investor or the developer.
---@param s Subject
---@param case Case
---@param firms EntitySet
---@return boolean
local function licensed(s, case, firms)
  local rivals = outsiders.among(case, firms, s.investor, s.developer)
  return case:agreements { type = "ip-licence", scope = MODELS, holder = rivals, grantor = s.developer }:any()
end

--- A licence to another firm that does what the investor does.
---@param activity ActivityWord
---@param text string a sentence
---@return Element
local function licensed_alike(activity, text)
  return {
    text,
    function(s, _, case)
      if not s.investor:does(activity) then return false end
      return licensed(s, case, case:entities { activities = activity })
    end,
  }
end

---@type Rule
return {
  id           = "ftc-6b/ip-access",
  title        = "{investor} may use the models of {developer} for products that compete with it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: sharing of resources and models", support = "direct" },
    { "squire-2025-01-24", at = "sharing of key resources", support = "direct" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,

  applies = {
    elements.develops_ai "developer",
    elements.funds("investor", "developer"),
  },

  elements = {
    {
      "{investor} is licensed to use the models or weights of {developer}",
      recorded = {
        "agreements", type = "ip-licence", holder = "investor", grantor = "developer", scope = MODELS,
      },
      no = "{investor} has no licence to the models or weights of {developer}",
    },
    elements.competes("investor", "developer"),
  },

  unless = {
    {
      "{developer} has licensed its models or weights to a rival of {investor} too",
      any = {
        licensed_alike("ai-developer", "{developer} has licensed them to one that develops AI, as {investor} does"),
        licensed_alike("cloud-provider", "{developer} has licensed them to a cloud provider, which {investor} is too"),
        {
          "{developer} has licensed them to one that sells in a market of {investor}",
          function(s, _, case)
            local selling = case:markets():except { measure = "purchases" }
            local markets = case:shares { entity = s.investor, market = selling }:list "market"
            local sellers = case:shares { market = markets }:list "entity"
            return licensed(s, case, case:entities { id = sellers })
          end,
        },
        {
          "{developer} has licensed them to one that has been seen to compete with {investor}",
          function(s, _, case)
            local rivals = case:observations { says = "head-to-head", about = s.investor }:list "about"
            return licensed(s, case, case:entities { id = rivals })
          end,
        },
      },
    },
  },

  advice = "Ask whether the licence covers weights and later models, and who else could have one on the same terms.",
}
