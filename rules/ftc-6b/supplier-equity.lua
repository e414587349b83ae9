local candidates = require "candidates"
local elements   = require "elements"
local figures    = require "figures"
local params     = require "params"

---@type Rule
return {
  id           = "ftc-6b/supplier-equity",
  title        = "Money and supply run in a circle between {supplier} and {customer}, which buys from it",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-6b-2025", at = "key terms: equity and spending, here the other way round", support = "analogy" },
    { "merger-guidelines-2023", at = "guideline 11: partial ownership", support = "analogy" },
  },
  params       = { material_money = params.material_money() },

  roles    = { "supplier", "customer" },
  subjects = candidates.suppliers,

  figures = {
    invested = figures.invested("supplier", "customer"),
  },

  applies = {
    elements.develops_ai "customer",
    {
      "{supplier} sells computing or the chips for it",
      any = { elements.cloud_provider "supplier", elements.chip_maker "supplier" },
      no = "{supplier} sells neither computing nor the chips for it",
    },
    elements.supplies("supplier", "customer"),
  },

  elements = {
    {
      "{customer} has an interest in its supplier, or a chip maker funds its buyer",
      any = {
        elements.equity("customer", "supplier"),
        {
          "{supplier}, which designs or makes chips, funds its buyer {customer} materially",
          all = {
            elements.chip_maker "supplier",
            elements.funds("supplier", "customer"),
            {
              "{supplier} has committed {invested} to {customer}, {>=} {material_money}",
              "invested", ">=", "material_money",
              no = "{supplier} has committed {invested} to {customer}, below {material_money}",
            },
          },
          no = "{supplier} is no chip maker that funds its buyer {customer} materially",
        },
      },
      no = "{customer} has no interest in {supplier}, and no chip maker funds its buyer",
    },
  },

  advice = "Ask whether the interest depends on volumes bought, and on what terms other customers are served.",
}
