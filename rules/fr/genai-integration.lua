local elements       = require "elements"
local european_deals = require "european_deals"
local generative_ai  = require "generative_ai"

local MODELS = { "generative-ai-models", "enterprise-llm-api" }

---@type Rule
return {
  id           = "fr/genai-integration",
  title        = "{group} can tie the models of {developer} into {market}, where it has {share}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = generative_ai.basis "models built into owned products: tying and self-preference",
  params       = { line = { 40, "percent", "our choice: a product strong enough to carry a model; the opinion sets no line" } },

  roles    = { "group", "developer", "market" },
  subjects = function(case, each)
    for group, developer in case:agreements { type = "ip-licence" }:pairs("holder", "grantor") do
      for share in case:shares { entity = group } do each(group, developer, share.market) end
    end
  end,
  figures  = { share = function(s) return s.market:share(s.group) end },

  applies = {
    elements.develops_ai "developer",
    {
      "{group} has a licence of models or products of {developer}",
      recorded = { "agreements", type = "ip-licence", scope = { "models", "weights", "product" }, holder = "group", grantor = "developer" },
      no = "{group} has no licence of models of {developer}",
    },
    european_deals.sells("group", "market"),
    {
      "{market} is no market of models itself",
      function(s) return not s.market:has { product = MODELS } end,
      no = "{market} is a market of models itself",
    },
  },

  elements = {
    {
      "{group} has {share} of {market}, {>=} {line}", "share", ">=", "line",
      no = "{group} has {share} of {market}, below {line}",
    },
  },

  unless = { elements.observed("multi-homing", "market", "customers of {market} use models of others in it") },

  advice = "Ask whether the model is on by default, can be removed or replaced, and has a price of its own.",
}
