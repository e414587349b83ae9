--- Guideline 4 of 2023: a deal that removes a potential entrant. Two rules differ only in how concentrated the market is.
local deals    = require "deals"
local elements = require "elements"

local entrants = {}

local REBUTTAL = { { "merger-guidelines-2023-rebuttal", at = "sections 3.1 and 3.2", support = "direct" } }

--- One sells in the market, the other is likely to come in.
---@param incumbent string role
---@param entrant string role
---@return Element
local function threatens(incumbent, entrant)
  local names = "{" .. entrant .. "}"
  return {
    "{" .. incumbent .. "} sells in {market}, and " .. names .. " is likely to come in",
    all = {
      deals.sells(incumbent, "market"),
      {
        names .. " has a reasonable probability of entering {market}, or grows up to it",
        any = {
          elements.observed_between("entry", entrant, "market", "it has been observed that " .. names .. " can and will enter {market}"),
          elements.observed_between("nascent-threat", entrant, "market",
            "it has been observed that " .. names .. " could become a rival in {market}"),
        },
        no = "nothing on file says that " .. names .. " would enter {market}",
      },
    },
    no = names .. " is not on file as a potential entrant against {" .. incumbent .. "}",
  }
end

--- A rule on potential entrants; what differs is given.
---@param given table id, title, severity, jurisdiction, basis, params, element (on the HHI)
---@return Rule
function entrants.rule(given)
  return {
    id           = given.id,
    title        = given.title,
    severity     = given.severity,
    nature       = "indicator",
    jurisdiction = given.jurisdiction,
    basis        = given.basis,
    in_force     = { from = "2023-12-18" },
    law_at       = deals.law_at("buyer", "target"),
    params       = given.params,
    roles        = { "buyer", "target", "market" },
    subjects     = deals.by_any_market,
    figures      = { hhi = function(s) return s.market:hhi() end },
    applies      = { deals.absorbs("buyer", "target"), deals.selling_side("market", { "buyer", "target" }) },
    elements     = {
      {
        "one of {buyer} and {target} sells in {market}, the other is a potential entrant",
        any = { threatens("buyer", "target"), threatens("target", "buyer") },
        no = "neither {buyer} nor {target} is on file as a potential entrant against the other",
      },
      given.element,
    },
    unless       = { deals.failing("target", REBUTTAL) },
    advice       = "Ask how the potential entrant would have come in without the deal, how likely and how soon, who else could, and "
      .. "whether firms in {market} already act as if it might.",
  }
end

return entrants
