local candidates     = require "candidates"
local european_deals = require "european_deals"
local turnover       = require "turnover"

---@type Rule
return {
  id           = "eu/eumr-turnover",
  title        = "The deal of {buyer} and {target} must be notified to the Commission before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-eumr-1-2", at = "Art. 1(2): first set of figures, two-thirds exception", support = "direct" },
    { "eu-eumr-1-3", at = "Art. 1(3): second set of figures, same exception", support = "direct" },
    { "eu-eumr-5-4", at = "Art. 5(4)(c): turnover of those who control a party, jointly too", support = "reported" },
  },
  in_force     = { from = "2004-05-01" },
  law_at       = european_deals.announcement(),
  params       = turnover.union_params { half_of_votes = european_deals.half_of_votes() },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = turnover.figures(european_deals.announcement_day()),

  applies  = { european_deals.concentration() },
  elements = { turnover.combined_over "union_world_lower", turnover.union_figures_met() },
  unless   = { turnover.two_thirds_at_home() },

  advice = "Record a joint venture as one deal of that type for each parent, with the venture as target. Ask whether the change "
    .. "of control lasts, and take the audited accounts of the last year before the agreement, of one year for the Union and its "
    .. "States, without value added tax and sales within the group.",
}
