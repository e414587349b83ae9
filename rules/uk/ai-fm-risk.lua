local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local figures          = require "figures"
local params           = require "params"

---@type Rule
return {
  id           = "uk/ai-fm-risk",
  title        = "The link of {investor} and {developer} is one of the risks that the CMA sees in foundation models",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = {
    { "cma-ai-fm-2024", at = "three risks: key inputs, strong outlets, partnerships of key players", support = "reported" },
  },
  params       = {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
    strong_product = { 40, "percent", "our choice: a product strong enough to bend choice; the CMA sets no line" },
  },

  roles    = { "investor", "developer" },
  subjects = candidates.partners,
  figures  = {
    invested = figures.invested("investor", "developer"),
    stake    = figures.stake("investor", "developer"),
  },

  applies = {
    elements.develops_ai "developer",
    elements.interest("investor", "developer"),
    elements.material("the interest of {investor} in {developer} is material",
      "the interest of {investor} in {developer} is not material", "invested", "stake"),
  },

  elements = {
    {
      "one of the three risks is there",
      any = {
        {
          "{investor} holds a key input of {developer}, and so of its rivals",
          all = {
            {
              "{investor} sells computing or chips",
              any = { elements.cloud_provider "investor", elements.chip_maker "investor" },
              no = "{investor} sells neither computing nor chips",
            },
            {
              "{investor} supplies {developer}, or is the first or only one to be asked for computing",
              any = {
                elements.supplies("investor", "developer"),
                {
                  "{developer} is bound to {investor} for computing, alone or in the first place",
                  recorded = {
                    "agreements", type = "exclusivity", holder = "investor", grantor = "developer",
                    scope = { "hosting", "training", "capacity" },
                  },
                  no = "{developer} is not bound to {investor} for computing",
                },
              },
              no = "{investor} does not supply {developer}",
            },
          },
          no = "{investor} holds no key input of {developer} as far as recorded",
        },
        {
          "{investor} has a strong product and puts the models of {developer} into its own products",
          all = {
            elements.agreed("ip-licence", "investor", "developer", "{investor} has a licence of {developer}",
              "{investor} has no licence of {developer}"),
            {
              "{investor} has at least {strong_product} of a market",
              function(s, p, case)
                for share in case:shares { entity = s.investor } do
                  if share.percent >= p.strong_product then return true end
                end
                return false
              end,
              no = "no share of {investor} of at least {strong_product} is on file",
            },
          },
          no = "{investor} has no strong product that uses the models of {developer} as far as recorded",
        },
        {
          "the partnership binds {developer} to {investor} alone, or both also compete",
          any = { european_control.dependence("investor", "developer"), elements.competes("investor", "developer") },
          no = "the partnership does not bind {developer} to {investor} alone, and both do not compete",
        },
      },
      no = "none of the three risks is there as far as recorded",
    },
  },

  advice = "Ask by the CMA's principles: access, diversity, choice, fair dealing, transparency, accountability. Would {developer} have "
    .. "grown without {investor}, and can its rivals have the same inputs and outlets?",
}
