local deals = require "deals"

---@type Rule
return {
  id           = "merger-guidelines-2023/serial-acquisitions",
  title        = "{buyer} has agreed to {count} {count|deal|deals} within {window}: a series that may be judged as a whole",
  severity     = "low",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = { { "merger-guidelines-2023", at = "guideline 8, section 2.8", support = "direct" } },
  in_force     = { from = "2023-12-18" },
  params       = {
    series = { 3, "count", "our choice: guideline 8 sets no number; two deals make no pattern" },
    window = { 5, "years", "our choice: guideline 8 sets no time" },
  },

  roles    = { "buyer" },
  subjects = deals.buyers,

  figures = {
    count = function(s, p, case)
      return case:transactions { acquirer = s.buyer, type = { "merger", "acquisition", "acqui-hire", "joint-venture" } }
        :ever():since(case.as_of - p.window):count()
    end,
  },

  applies = {
    {
      "{buyer} has agreed to a merger or acquisition",
      recorded = { "transactions", acquirer = "buyer", type = { "merger", "acquisition", "acqui-hire", "joint-venture" } },
      no = "no merger or acquisition by {buyer} is on file",
    },
  },

  elements = {
    { "{buyer} has agreed to {count} {count|deal|deals} within {window}, {>=} {series}", "count", ">=", "series" },
  },

  advice = "Ask which of the deals are in the same or a related line of business, what {buyer}'s plans say of the series, and which "
    .. "others it tried and did not complete.",
}
