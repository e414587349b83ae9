local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local turnover            = require "turnover"

---@type Rule
return {
  id           = "fr/turnover-general",
  title        = "The deal of {buyer} and {target} must be notified to the Autorité de la concurrence before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "FR",
  basis        = {
    { "fr-430-2-I-old", at = "L. 430-2 I to 31 August 2026: 150 and 50 million euro", support = "direct" },
    { "fr-430-2-I-world", at = "law 2026-403 from 1 September 2026: 250 million euro", support = "reported" },
    { "fr-430-2-I-france", at = "the same, 80 million euro: read in the bill only", support = "reported" },
    { "fr-430-3", at = "filed before it is carried out: the law of closing where no filing is on record", support = "direct" },
    { "fr-guidelines-accounts", at = "accounts as at the signing", support = "reported" },
  },
  law_at       = european_deals.filing "FR",
  params       = turnover.union_params {
    world     = { by_date = european_thresholds.fr_world, "EUR", "worldwide together, before tax, more than" },
    each_line = { by_date = european_thresholds.fr_each, "EUR", "each of at least two in France, before tax, more than" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = turnover.figures(european_deals.announcement_day(), { { "french", "FR" } }),

  applies  = { european_deals.concentration() },
  elements = { turnover.combined_over "world", turnover.each_over("french", "each_line", "in France") },
  unless   = { turnover.goes_to_the_commission() },

  advice = "The day of notification selects the figures, of a deal that was never filed the day on which it closed. Check the figure "
    .. "for France since September 2026 on Légifrance: it was read in the bill only. Ask for retail and overseas turnover, "
    .. "which have lower figures.",
}
