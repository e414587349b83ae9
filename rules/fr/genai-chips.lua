local elements       = require "elements"
local european_deals = require "european_deals"
local candidates     = require "candidates"

---@type Rule
return {
  id           = "fr/genai-chips",
  title        = "{maker}, on whose {market} others depend, holds an interest in {customer}, which needs them",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = {
    { "fr-24-A-05", at = "chips: reliance on one supplier and one programming layer, stakes in cloud firms", support = "reported" },
    { "fr-nvidia", at = "investigation confirmed on 15 July 2024", support = "analogy" },
  },
  params       = { line = { 50, "percent", "our choice: one supplier for most; the opinion sets no line" } },

  roles    = { "maker", "customer", "market" },
  subjects = function(case, each)
    for market in case:markets { product = "ai-accelerators" } do
      candidates.funded(case, function(maker, customer) each(maker, customer, market) end)
    end
  end,
  figures  = { share = function(s) return s.market:share(s.maker) end },

  applies = {
    elements.chip_maker "maker",
    european_deals.sells("maker", "market"),
    elements.interest("maker", "customer"),
  },

  elements = {
    {
      "{maker} has {share} of {market}, {>=} {line}", "share", ">=", "line",
      no = "{maker} has {share} of {market}, below {line}",
    },
    {
      "{customer} needs chips",
      any = { elements.develops_ai "customer", elements.cloud_provider "customer" },
      no = "{customer} neither develops AI nor sells computing",
    },
  },

  unless = { elements.observed("substitute", "market", "customers can turn to other chips") },

  advice = "Ask whether {customer} is served before others, on which terms, and whether its software runs on other chips.",
}
