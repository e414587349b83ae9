local block_exemptions    = require "block_exemptions"
local elements            = require "elements"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"

---@type Rule
return {
  id           = "eu/licence-unprotected",
  title        = "The technology licence of {grantor} to {holder} is outside the block exemption",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-ttber-2014", at = "Art. 3: competitors 20 % together, others 30 % each; grace 2 years", support = "reported" },
    { "eu-ttber-2026", at = "same shares from 1 May 2026; grace 3 years", support = "reported" },
  },
  in_force     = { from = "2014-05-01", to = "2038-04-30" },
  law_at       = function(s, case)
    local licences = case:agreements { type = "ip-licence", holder = s.holder, grantor = s.grantor, from = true }
    return licences:latest().from -- without a first day nobody knows whose law it is
  end,
  params       = {
    rivals = { 20, "percent", "Art. 3(1): competitors, together" },
    others = { 30, "percent", "Art. 3(2): others, each" },
    grace  = {
      by_date = european_thresholds.technology_grace, "months",
      "calendar years after the year in which the share was first above, here from the first share on file above",
    },
  },

  roles    = { "holder", "grantor", "market" },
  subjects = block_exemptions.agreements_by_market "ip-licence",

  figures = {
    holder_share  = function(s) return s.market:share(s.holder) end,
    grantor_share = function(s) return s.market:share(s.grantor) end,
    together      = function(s) return s.holder_share + s.grantor_share end,
    holder_above  = block_exemptions.above_for("holder", "others"),
    grantor_above = block_exemptions.above_for("grantor", "others"),
  },

  applies = {
    elements.agreed("ip-licence", "holder", "grantor", "{holder} has a licence of {grantor}", "{holder} has no licence of {grantor}"),
    european_deals.sells("grantor", "market"),
    block_exemptions.about_market "ip-licence",
  },

  elements = {
    {
      "the shares of {market} are above the line",
      any = {
        block_exemptions.above("holder", "holder_share", "others"),
        block_exemptions.above("grantor", "grantor_share", "others"),
        block_exemptions.together_above "rivals",
      },
      no = "the shares of {holder} and {grantor} of {market} are within the lines",
    },
  },

  unless = { block_exemptions.grace("others", "rivals") },

  advice = "Technology not yet sold counts as a share of zero. Ask about hardcore restrictions, which lose the exemption whatever the "
    .. "share, and treat licences of data case by case. Agreements from before May 2026 keep the old regulation until 30 April 2027.",
}
