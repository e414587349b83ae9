local designations     = require "designations"
local elements         = require "elements"
local european_control = require "european_control"
local figures          = require "figures"
local params           = require "params"

---@type Rule
return {
  id           = "fr/genai-maas",
  title        = "{group}, a gatekeeper, sells models of {developer} as a service and has a hand in it",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = {
    { "fr-24-A-05", at = "models offered as a service in the cloud: look at them under the Digital Markets Act", support = "reported" },
    { "eu-dma-cloud", at = "cloud services of Amazon and Microsoft: preliminary view of 25 June 2026", support = "analogy" },
  },
  in_force     = { from = "2023-09-06" },
  params       = designations.gatekeeper_params {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "group", "developer" },
  subjects = function(case, each)
    for group, developer in case:agreements { type = "supply" }:pairs("holder", "grantor") do each(group, developer) end
  end,
  figures  = {
    invested = figures.invested("group", "developer"),
    stake    = figures.stake("group", "developer"),
  },

  applies = {
    designations.named { role = "group", seats = "EU", what = "a gatekeeper", list = designations.gatekeepers },
    elements.cloud_provider "group",
    elements.develops_ai "developer",
    {
      "{group} sells models of {developer} as a service",
      recorded = { "agreements", type = "supply", scope = { "api", "models" }, holder = "group", grantor = "developer" },
      no = "{group} does not sell models of {developer}",
    },
  },

  elements = {
    {
      "{group} has a hand in {developer}",
      any = {
        european_control.dependence("group", "developer"),
        elements.material("the interest of {group} is material", "the interest of {group} is not material", "invested", "stake"),
      },
      no = "{group} neither binds {developer} nor has a material interest in it",
    },
  },

  advice = "Ask whether models of rivals are listed on the same terms, how they are ranked, and whether {group} sees their customers' use.",
}
