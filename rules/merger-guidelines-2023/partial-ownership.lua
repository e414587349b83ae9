local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"
local figures    = require "figures"
local ownership  = require "ownership"
local params     = require "params"

---@type Rule
return {
  id           = "merger-guidelines-2023/partial-ownership",
  title        = "{holder} has a part of {firm}, a competitor or trading partner, and a way to make use of it",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 11, section 2.11", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  params       = {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "holder", "firm" },
  subjects = candidates.funded,

  figures = {
    invested = figures.invested("holder", "firm"),
    stake    = figures.stake("holder", "firm"),
  },

  applies = { elements.interest("holder", "firm") },

  elements = {
    {
      "{holder} competes with {firm}, or one supplies the other",
      any = { elements.competes("holder", "firm"), elements.supplies("holder", "firm"), elements.supplies("firm", "holder") },
      no = "{holder} and {firm} are on file neither as competitors nor as supplier and customer",
    },
    {
      "{holder} can influence {firm} or see what it keeps secret, or, as its competitor, gains from the other's success",
      any = {
        elements.say("holder", "firm"),
        elements.seat("holder", "firm"),
        elements.agreed("board-appointment", "holder", "firm",
          "{holder} may name members of the board of {firm}",
          "{holder} has no right to name members of the board of {firm}"),
        ownership.sway("holder", "firm", "stake", "material_stake"),
        elements.agreed("information-access", "holder", "firm",
          "{holder} sees confidential information of {firm}",
          "{holder} has no access to confidential information of {firm}"),
        {
          "{holder} competes less hard where it would hurt {firm}",
          all = {
            elements.competes("holder", "firm"),
            elements.material("the interest is material", "the interest is not material", "invested", "stake"),
          },
          no = "{holder} has no material interest in {firm} as its competitor",
        },
      },
      no = "{holder} has no means on file to influence {firm}, to learn its secrets, or to gain by competing less",
    },
  },

  unless = { deals.exempt_investment("holder", "firm") },

  advice = "Ask which decisions of {firm} {holder} can vote on, block or discuss, what it is told before others, and whether either "
    .. "has changed its plans because of the other. No act and no intent is needed, and there is no smallest share.",
}
