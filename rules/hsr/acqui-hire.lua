local candidates = require "candidates"
local deals      = require "deals"
local thresholds = require "thresholds"

---@type Rule
return {
  id           = "hsr/acqui-hire",
  title        = "{buyer} pays {value} for the team and a licence of {target}, above the size that a merger must be notified from",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "acquihires-2026", at = "deals for people and a licence, examined for avoiding notice", support = "direct" },
    { "hsr-reading-2020", at = "15 U.S.C. 18a(a): size of transaction", support = "direct" },
  },
  law_at       = deals.law_at("buyer", "target"),
  params       = { size_line = { by_date = thresholds.hsr_size, "USD", "size of transaction, as adjusted each year" } },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,

  figures = {
    value = function(s, _, case) return case:deal_value(s.buyer, s.target) end,
  },

  applies = {
    {
      "{buyer} takes over the team of {target}",
      recorded = { "transactions", acquirer = "buyer", target = "target", type = "acqui-hire" },
      no = "{buyer} does not take over the team of {target}",
    },
  },

  elements = {
    { "the deal is worth {value}, {>=} {size_line}", "value", ">", "size_line" },
  },

  advice = "Ask whether the licence is exclusive or the rights pass as assets, what is left of {target}, why this form was chosen, and "
    .. "what counsel said on notice. No fixed test exists.",
}
