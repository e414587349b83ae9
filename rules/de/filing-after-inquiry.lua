local candidates     = require "candidates"
local european_deals = require "european_deals"
local filing_orders  = require "filing_orders"
local german_mergers = require "german_mergers"
local turnover       = require "turnover"

--- The day of the latest order on file by the day of the deal: an order of before s. 32f rested on s. 39a, which is gone.
--- Where no order is on file, the day of the deal.
local function law_of_the_order(s, case)
  local day = case:deal_date(s.buyer, s.target)
  local orders = filing_orders.by(case, s.buyer, day)
  if orders:any() then return orders:latest().from end
  return day
end

---@type Rule
return {
  id           = "de/filing-after-inquiry",
  title        = "{buyer} is under an order after a sector inquiry: its deal with {target} must be notified",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = {
    { "de-32f", at = "s. 32f(2) GWB: 50 million and 1 million euro at home, three years from service", support = "direct" },
  },
  in_force     = { from = "2023-11-07" },
  law_at       = law_of_the_order,
  params       = german_mergers.params(turnover.union_params {
    large = { 50e6, "EUR", "turnover of the acquirer in Germany, more than" },
    size  = { 1e6, "EUR", "turnover of the target in Germany, more than" },
    term  = { 3, "years", "how long an order binds from its service; each order that prolongs it, as long again" },
  }),

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = (function()
    local made = german_mergers.figures(turnover.figures(european_deals.closing_day(), { { "german", "DE" } }))
    made.orders = function(s, _, case) return filing_orders.by(case, s.buyer, s.day) end
    return made
  end)(),

  applies = { filing_orders.on_file(), german_mergers.concentration() },

  elements = {
    filing_orders.bind(true),
    turnover.buyer_over("german", "large", "in Germany"),
    turnover.over("target", "target_german_turnover", "size", "in Germany"),
  },

  unless = { turnover.goes_to_the_commission() },

  advice = "Ask which sectors the order names: only deals in them must be filed. The exception for minor markets does not apply to them. "
    .. "Ask on which day the order was served, and whether it was prolonged.",
}
