local block_exemptions = require "block_exemptions"

local TYPES = { "exclusivity", "non-compete" }

---@type Rule
return {
  id           = "eu/exclusivity-unprotected",
  title        = "The exclusivity of {grantor} towards {holder} is outside the block exemption: a share of {market} is above {limit}",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-vber-share", at = "Art. 3(1): neither supplier nor buyer above 30 %", support = "reported" },
    { "eu-deminimis", at = "10 % together, 15 % each: no concern", support = "reported" },
  },
  in_force     = { from = "2022-06-01", to = "2034-05-31" },
  params       = {
    limit = { 30, "percent", "Art. 3(1): share of the supplier, share of the buyer" },
    grace = { 24, "months", "Art. 8: two calendar years after the year in which the share was first above" },
  },

  roles    = { "holder", "grantor", "market" },
  subjects = block_exemptions.agreements_by_market(TYPES),

  figures = {
    holder_share  = function(s) return s.market:share(s.holder) end,
    grantor_share = function(s) return s.market:share(s.grantor) end,
    holder_above  = block_exemptions.above_for("holder", "limit"),
    grantor_above = block_exemptions.above_for("grantor", "limit"),
  },

  applies = {
    {
      "{grantor} is bound exclusively to {holder}",
      recorded = { "agreements", type = TYPES, degree = "exclusive", holder = "holder", grantor = "grantor" },
      no = "{grantor} is not bound exclusively to {holder}",
    },
    block_exemptions.about_market(TYPES),
  },

  elements = {
    {
      "a party has more than {limit} of {market}",
      any = {
        block_exemptions.above("holder", "holder_share", "limit"),
        block_exemptions.above("grantor", "grantor_share", "limit"),
      },
      no = "neither {holder} nor {grantor} has more than {limit} of {market}",
    },
  },

  unless = { block_exemptions.grace "limit" },

  advice = "Outside the exemption an exclusivity is not unlawful: ask for its effect under Art. 101(1) and (3). Shares are those of the "
    .. "calendar year before. Between competitors the exemption does not apply at all, and intellectual property has its own.",
}
