local german_mergers = require "german_mergers"
local overlap        = require "overlap"

---@type Rule
return german_mergers.presumption {
  id       = "de/collective-dominance",
  title    = "{buyer} and {target} would be one of the few largest in {market} that are presumed dominant together",
  severity = "medium",
  jurisdiction = "DE",
  basis    = {
    { "de-18-6", at = "s. 18(6) and (7) GWB: three with 50 %, five with two thirds", support = "reported" },
    { "de-18-1", at = "s. 18(1) GWB: as a supplier or as a buyer", support = "direct" },
  },
  params   = {
    three      = { 3, "count", "s. 18(6): three or fewer firms" },
    half       = { 50, "percent", "three or fewer firms together, at least" },
    five       = { 5, "count", "s. 18(6): five or fewer firms" },
    two_thirds = { 200 / 3, "percent", "five or fewer firms together, at least" },
    nothing    = { 0, "percent", "a party without a share adds nothing" },
  },

  figures = german_mergers.beside_the_largest {},

  elements = {
    overlap.on_one_side(), -- s. 18(1) GWB: as suppliers or as buyers
    {
      "after the deal few firms have most of {market}, the parties, with {combined_share}, among them",
      any = {
        german_mergers.among_the_few("three", "of_three", "half"),
        german_mergers.among_the_few("five", "of_five", "two_thirds"),
        overlap.bought_beside "half",
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
