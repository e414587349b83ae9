local candidates       = require "candidates"
local elements         = require "elements"
local european_control = require "european_control"
local generative_ai    = require "generative_ai"

---@type Rule
return {
  id           = "fr/genai-cloud-lock-in",
  title        = "{developer} is locked into the cloud of {provider}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = generative_ai.basis "large clouds: credits (recalled), exit barriers, lock-in",

  roles    = { "provider", "developer" },
  subjects = function(case, each)
    candidates.suppliers(case, each)
    candidates.partners(case, each)
  end,

  applies = {
    elements.cloud_provider "provider",
    elements.develops_ai "developer",
  },

  elements = {
    {
      "at least two ties hold {developer}",
      at_least = 2,
      of = {
        {
          "{provider} has given credits for its own services",
          recorded = {
            "investments", investor = "provider", target = "developer", instrument = "credits", status = { "committed", "paid" },
          },
          no = "no credits of {provider} for {developer} are on file",
        },
        elements.agreed("x-exit-fee", "provider", "developer", "leaving costs a fee", "no fee for leaving is on file"),
        european_control.dependence("provider", "developer"),
        elements.agreed("spend-commitment", "provider", "developer", "{developer} has committed to spend with {provider}",
          "{developer} has not committed to spend with {provider}"),
        elements.agreed("right-of-first-refusal", "provider", "developer", "{provider} may match offers of others",
          "{provider} may not match offers of others"),
      },
      no = "fewer than two ties are on file",
    },
  },

  unless = {
    elements.observed_between("multi-homing", "developer", "provider", "{developer} uses the clouds of others beside that of {provider}"),
  },

  advice = "Ask what it would cost and how long it would take to move models and data, and whether the fees fall under the Data Act.",
}
