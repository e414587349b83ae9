local block_exemptions = require "block_exemptions"
local calendar         = require "calendar"

local TYPES = { "exclusivity", "non-compete" }

---@type Rule
return {
  id           = "eu/exclusivity-unprotected",
  title        = "The exclusivity between {supplier} and {buyer} is outside the block exemption: a share of {market} is above {limit}",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-vber-share", at = "Art. 3(1): supplier where it sells, buyer where it purchases, 30 % each; Art. 8(d)", support = "direct" },
    { "eu-deminimis", at = "10 % together, 15 % each: no concern", support = "reported" },
  },
  in_force     = { from = "2022-06-01", to = "2034-05-31" },
  params       = calendar.params {
    limit = { 30, "percent", "Art. 3(1): the supplier's share of sales, the buyer's share of purchases" },
    grace = { 2, "years", "Art. 8(d): calendar years after the year in which the share was first above" },
  },

  roles    = { "supplier", "buyer", "market" },
  subjects = block_exemptions.supplies_by_market(TYPES),

  figures = {
    sales     = function(s) return s.market:share(s.supplier) end,
    purchases = function(s) return s.market:share(s.buyer, "purchases") end,
  },

  applies = {
    block_exemptions.market_in_union(),
    {
      "one of {supplier} and {buyer} is bound exclusively to the other",
      function(s, _, case)
        local both = { s.supplier, s.buyer }
        return case:agreements { type = TYPES, degree = "exclusive", holder = both, grantor = both }:any()
      end,
      no = "neither of {supplier} and {buyer} is bound exclusively to the other",
    },
    block_exemptions.exclusive_in_market(TYPES),
  },

  elements = {
    {
      "the supplier has more than {limit} of the sales, or the buyer more than {limit} of the purchases, of {market}",
      any = { block_exemptions.supplier_above "limit", block_exemptions.buyer_above "limit" },
      no = "neither {supplier} as supplier nor {buyer} as buyer is on file with more than {limit} of {market}",
    },
  },

  unless = { block_exemptions.supply_grace("limit", TYPES) },

  advice = "Outside the exemption an exclusivity is not unlawful: ask for its effect under Art. 101(1) and (3). Shares are those of the "
    .. "calendar year before. Between competitors the exemption as a rule does not apply, and intellectual property has its own.",
}
