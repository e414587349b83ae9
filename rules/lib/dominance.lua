--- Section 2 of the Sherman Act: a large share and conduct that may keep it. Two rules differ in the share.
local deals   = require "deals"
local figures = require "figures"

local dominance = {}

--- A firm that binds others to itself or takes over a firm, once for each market in which it is on file.
---@param case Case
---@param each fun(firm: Entity, market: Market)
function dominance.conduct(case, each)
  for firm in case:agreements { type = "exclusivity", degree = "exclusive" }:pairs("holder", "grantor") do
    for share in case:shares { entity = firm } do each(firm, share.market) end
  end
  for deal in case:transactions() do
    for share in case:shares { entity = deal.acquirer } do each(deal.acquirer, share.market) end
  end
end

--- From this share on a firm may have a monopoly; below it, it may attempt one.
---@return Param
function dominance.monopoly_share()
  return { 70, "percent", "about what shows monopoly power on its face; a guidepost, no rule" }
end

--- The contracts by which the firm binds others in the market. Its own group, bound to itself, shuts nobody out; one that is
--- bound beside it is shut in.
local function contracts(s, _, case)
  return case:agreements {
    type = "exclusivity", degree = "exclusive", holder = s.firm, market = s.market,
    grantor = case:entities():except { id = s.firm },
  }
end

--- A rule on one line of shares; what differs is given.
---@param given table id, title, severity, jurisdiction, basis, share_line (param), sign, why and why_not (what the
--- share shows), upper (param or false)
---@return Rule
function dominance.rule(given)
  local rule = {
    id           = given.id,
    title        = given.title,
    severity     = given.severity,
    nature       = "indicator",
    jurisdiction = given.jurisdiction,
    basis        = given.basis,
    params       = { share_line = given.share_line },
    roles        = { "firm", "market" },
    subjects     = dominance.conduct,
    figures      = {
      share     = figures.share("market", "firm"),
      contracts = contracts,
      threats   = function(_, _, case)
        return case:entities { id = case:observations { says = "nascent-threat", strength = { "moderate", "strong" } }:list("about") }
      end,
    },
    applies      = { deals.sells("firm", "market"), deals.selling_side("market", { "firm" }) },
    elements     = {
      {
        given.why .. ": {firm} supplies {share} of {market}, {>=} {share_line}", "share", given.sign, "share_line",
        no = given.why_not .. ": {firm} supplies {share} of {market}, {>=} {share_line}",
      },
      {
        "conduct is on file that may keep rivals out",
        any = {
          {
            "{firm} binds others in {market} to itself alone",
            function(s) return s.contracts:any() end,
            no = "{firm} binds nobody in {market} to itself alone",
          },
          {
            "{firm} has taken over a nascent threat",
            recorded = { "transactions", acquirer = "firm", target = "threats" },
            no = "{firm} has taken over no nascent threat",
          },
        },
        no = "no conduct is on file that may keep rivals out",
      },
    },
    unless       = {
      {
        "rivals have come into {market}, or can, in time and in size",
        recorded = { "observations", says = "entry", about = "market", strength = { "moderate", "strong" } },
      },
      {
        "the conduct has a reason that benefits customers",
        recorded = { "observations", says = "efficiency", about = "firm", strength = { "moderate", "strong" } },
      },
    },
    advice       = given.advice,
  }
  if given.upper then
    rule.params.upper = given.upper
    table.insert(rule.applies, {
      "an attempt at most: {firm} supplies {share} of {market}, {>=} {upper}", "share", "<", "upper",
      no = "more than an attempt: {firm} supplies {share} of {market}, at or above {upper}",
    })
  end
  return rule
end

return dominance
