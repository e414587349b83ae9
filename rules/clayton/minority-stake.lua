local candidates = require "candidates"
local deals      = require "deals"
local elements   = require "elements"
local ownership  = require "ownership"

---@type Rule
return {
  id           = "clayton/minority-stake",
  title        = "{holder} holds {stake} of {firm}, a competitor or trading partner",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "clayton-act-7", at = "15 U.S.C. 18: directly or indirectly, any part of the shares", support = "direct" },
    { "du-pont-gm-1957", at = "23 % of a customer", support = "analogy" },
  },
  params       = {
    nothing        = { 0, "percent", "any part of the shares will do" },
    material_stake = {
      15, "percent", "our choice: up to 15 % an institution may hold without notice, solely for investment (16 CFR 802.64); "
        .. "section 7 has no smallest share",
    },
  },

  roles    = { "holder", "firm" },
  subjects = function(case, each)
    candidates.funded(case, each)
    ownership.of_rivals(case, function(holder, firm) each(holder, firm) end)
  end,

  figures = { stake = ownership.part("holder", "firm") },

  applies = {
    {
      "{holder} holds shares of {firm}, directly or indirectly",
      any = {
        elements.holds_shares("holder", "firm"),
        { "{stake} of {firm} comes to {holder} through others", "stake", ">", "nothing", no = "no part of {firm} comes to {holder}" },
      },
      no = "{holder} holds no shares of {firm}",
    },
  },

  elements = {
    {
      "{holder} competes with {firm}, or one supplies the other",
      any = { elements.competes("holder", "firm"), elements.supplies("holder", "firm"), elements.supplies("firm", "holder") },
      no = "{holder} and {firm} are on file neither as competitors nor as supplier and customer",
    },
    { "{holder} holds {stake} of {firm}, {>=} {material_stake}", "stake", ">", "material_stake" },
  },

  unless = { deals.exempt_investment("holder", "firm") },

  advice = "Ask how {holder} votes its shares, whether it has said that it only invests and acts so, and what lessening of "
    .. "competition the stake makes probable. The exemption ends where the shares are used to lessen competition.",
}
