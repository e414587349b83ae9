local block_exemptions    = require "block_exemptions"
local calendar            = require "calendar"
local elements            = require "elements"
local european_thresholds = require "european_thresholds"

---@type Rule
return {
  id           = "eu/licence-unprotected",
  title        = "The technology licence of {grantor} to {holder} is outside the block exemption",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-ttber-2014", at = "Art. 3: competitors 20 % together, others 30 % each; Art. 8(d), (e): grace 2 years", support = "direct" },
    { "eu-ttber-2026", at = "same shares from 1 May 2026; grace 3 years", support = "reported" },
  },
  in_force     = { from = "2014-05-01", to = "2038-04-30" },
  params       = calendar.params {
    rivals = { 20, "percent", "Art. 3(1): competitors, together" },
    others = { 30, "percent", "Art. 3(2): others, each" },
    grace  = {
      by_date = european_thresholds.technology_grace, "years",
      "calendar years after the year in which the share was first above; the regulation of the day, also for older licences",
    },
  },

  roles    = { "holder", "grantor", "market" },
  subjects = block_exemptions.agreements_by_market "ip-licence",

  figures = block_exemptions.shares(),

  applies = {
    block_exemptions.market_in_union(),
    elements.agreed("ip-licence", "holder", "grantor", "{holder} has a licence of {grantor}", "{holder} has no licence of {grantor}"),
    block_exemptions.about_market "ip-licence",
  },

  elements = {
    {
      "the shares of {market} are above the line",
      any = {
        block_exemptions.above("holder", "holder_share", "others"),
        block_exemptions.above("grantor", "grantor_share", "others"),
        block_exemptions.rivals_above "rivals",
      },
      no = "the shares of {holder} and {grantor} of {market} are within the lines",
    },
  },

  unless = { block_exemptions.licence_grace("others", "rivals", "ip-licence") },

  advice = "A licensor's share counts its licensees' sales with its own. Ask about hardcore restrictions, which lose the exemption "
    .. "whatever the share, and treat licences of data case by case. A licence from before May 2026 that met the old regulation "
    .. "alone stays exempt until 30 April 2027.",
}
