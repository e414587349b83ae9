local candidates    = require "candidates"
local elements      = require "elements"
local generative_ai = require "generative_ai"
local teams         = require "teams"

---@type Rule
return {
  id           = "fr/genai-talent",
  title        = "{buyer} has taken the team of {target}, or both have agreed not to hire from each other",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "FR",
  basis        = generative_ai.basis "hiring that empties a rival; agreements not to hire",

  roles    = { "buyer", "target" },
  subjects = function(case, each)
    candidates.staff(case, each)
    for one, other in case:agreements { type = "x-no-poach" }:pairs("holder", "grantor") do each(one, other) end
  end,

  applies = {
    {
      "{buyer} or {target} develops AI",
      any = { elements.develops_ai "buyer", elements.develops_ai "target" },
      no = "neither {buyer} nor {target} develops AI",
    },
  },

  elements = {
    {
      "people are taken or tied",
      any = {
        teams.came_over(),
        elements.agreed("x-no-poach", "buyer", "target", "{buyer} and {target} have agreed not to hire from each other",
          "no agreement not to hire is on file"),
      },
      no = "neither the hiring of a team nor an agreement not to hire is on file",
    },
  },

  advice = "Ask how many of the key people came, why, and whether {target} can still compete. An agreement not to hire is a question of "
    .. "Art. L. 420-1 by itself.",
}
