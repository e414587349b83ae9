local candidates     = require "candidates"
local deals          = require "deals"
local european_deals = require "european_deals"
local german_mergers = require "german_mergers"

---@type Rule
return {
  id           = "de/collective-dominance",
  title        = "{buyer} and {target} would be one of the few largest in {market} that are presumed dominant together",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "DE",
  basis        = {
    { "de-18-6", at = "s. 18(6) and (7) GWB: three with 50 %, five with two thirds", support = "reported" },
    { "de-36-1", at = "s. 36(1) GWB: a dominant position that is created or strengthened", support = "reported" },
  },
  law_at       = european_deals.closing(),
  params       = german_mergers.params {
    three      = { 3, "count", "s. 18(6) no. 1: three or fewer firms" },
    half       = { 50, "percent", "three or fewer firms together, at least" },
    five       = { 5, "count", "s. 18(6) no. 2: five or fewer firms" },
    two_thirds = { 200 / 3, "percent", "five or fewer firms together, at least" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,
  figures  = german_mergers.figures(german_mergers.beside_the_largest(german_mergers.joint_share {})),

  applies = {
    german_mergers.concentration(),
    deals.apart("buyer", "target"),
    european_deals.market_in("market", "DE", "Germany"),
  },

  elements = {
    {
      "after the deal few firms have most of {market}, the parties, with {combined_share}, among them",
      any = {
        german_mergers.among_the_few("three", "of_three", "half"),
        german_mergers.among_the_few("five", "of_five", "two_thirds"),
      },
      no = "after the deal the parties, with {combined_share}, are not among few firms that have most of {market}",
    },
  },

  unless = {
    {
      "real competition between the largest is on record",
      recorded = { "observations", says = { "head-to-head", "maverick" }, about = "market", strength = { "moderate", "strong" } },
    },
  },

  advice = "The firms may show that competition between them is real, or that together they have no paramount position: ask for "
    .. "transparency, means of punishment and outsiders.",
}
