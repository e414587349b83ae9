local candidates          = require "candidates"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local turnover            = require "turnover"

local function retail(role)
  return function(s, _, case) return case:at(s.day):turnover(s[role], "x-retail-revenue", { geography = "FR" }) end
end

---@type Rule
return {
  id           = "fr/turnover-retail",
  title        = "The deal of the retailers {buyer} and {target} must be notified to the Autorité before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "FR",
  basis        = {
    { "fr-430-2-II-old", at = "L. 430-2 II to 31 August 2026: 75 and 15 million euro", support = "reported" },
    { "fr-430-2-II", at = "law 2026-403 from 1 September 2026: 100 and 20 million euro, read in the bill only", support = "reported" },
    { "fr-430-3", at = "filed before it is carried out: the law of closing where no filing is on record", support = "direct" },
    { "fr-guidelines-accounts", at = "accounts as at the signing", support = "reported" },
  },
  law_at       = european_deals.filing "FR",
  params       = turnover.union_params {
    world     = { by_date = european_thresholds.fr_retail_world, "EUR", "worldwide together, before tax, more than" },
    each_line = { by_date = european_thresholds.fr_retail_each, "EUR", "each of at least two in retail in France, more than" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = (function()
    local made = turnover.figures(european_deals.announcement_day())
    made.buyer_retail_turnover = retail "buyer"
    made.target_retail_turnover = retail "target"
    return made
  end)(),

  applies = {
    european_deals.concentration(),
    { "{buyer} sells to consumers", does = { "buyer", "retailer" }, no = "{buyer} does not sell to consumers" },
    { "{target} sells to consumers", does = { "target", "retailer" }, no = "{target} does not sell to consumers" },
  },
  elements = { turnover.combined_over "world", turnover.each_over("retail", "each_line", "in retail in France") },
  unless   = { turnover.goes_to_the_commission() },

  advice = "Retail turnover is recorded under the own metric x-retail-revenue: sales of shops to consumers. The figures since September "
    .. "2026 were read in the bill only: check them on Légifrance.",
}
