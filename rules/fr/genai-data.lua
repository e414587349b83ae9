local elements      = require "elements"
local generative_ai = require "generative_ai"

local DATA = { "x-data", "x-training-data" }
local TYPES = { "exclusivity", "ip-licence", "information-access" }

---@type Rule
return {
  id           = "fr/genai-data",
  title        = "{holder} keeps data of {owner} from rival developers",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = generative_ai.basis "data kept away from rivals by contract or ownership",

  roles    = { "holder", "owner" },
  subjects = function(case, each)
    for holder, owner in case:agreements { type = TYPES, scope = DATA }:pairs("holder", "grantor") do each(holder, owner) end
  end,

  applies = {
    elements.develops_ai "holder",
    {
      "{holder} has an agreement on data of {owner}",
      recorded = { "agreements", type = TYPES, scope = DATA, holder = "holder", grantor = "owner" },
      no = "no agreement on data of {owner} is on file",
    },
  },

  elements = {
    {
      "the data is closed to others",
      any = {
        {
          "{owner} may give it to nobody else",
          recorded = {
            "agreements", type = "exclusivity", degree = "exclusive", scope = DATA, holder = "holder", grantor = "owner",
          },
          no = "no exclusivity over the data is on file",
        },
        {
          "the licence is exclusive",
          recorded = { "agreements", type = "ip-licence", exclusive = true, scope = DATA, holder = "holder", grantor = "owner" },
          no = "no exclusive licence of the data is on file",
        },
      },
      no = "the data is open to others as far as recorded",
    },
  },

  unless = { elements.observed("substitute", "owner", "rivals can train on other data") },

  advice = "Ask how long the exclusivity runs, whether the data can be had elsewhere, and who else asked for it. The scope of such an "
    .. "agreement is recorded as x-data or x-training-data.",
}
