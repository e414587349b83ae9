local block_exemptions = require "block_exemptions"
local calendar         = require "calendar"

---@type Rule
return {
  id           = "eu/production-unprotected",
  title        = "Joint production of {holder} and {grantor}, with {together} of {market}, is outside the block exemption",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-spec-ber", at = "Art. 3(1): 20 % together; Art. 4(d): grace; recital 11: parties that come in by it too", support = "direct" },
  },
  in_force     = { from = "2023-07-01", to = "2035-06-30" },
  params       = calendar.params {
    limit = { 20, "percent", "Art. 3(1): parties together, on the markets of the products" },
    grace = { 2, "years", "Art. 4(d): calendar years after the year in which the share was first above" },
  },

  roles    = { "holder", "grantor", "market" },
  subjects = block_exemptions.agreements_by_market "joint-build",
  figures  = block_exemptions.shares(),

  applies  = {
    block_exemptions.market_in_union(),
    {
      "{holder} and {grantor} build or produce together",
      recorded = { "agreements", type = "joint-build", holder = "holder", grantor = "grantor",
                   scope = { "capacity", "hosting", "training", "product" } },
      no = "no joint building or production of {holder} and {grantor} is on file",
    },
    block_exemptions.about_market "joint-build",
  },

  elements = { block_exemptions.together_above "limit" },

  unless   = { block_exemptions.joint_grace("limit", "joint-build") },

  advice = "Ask whether the parties also fix prices to others or limit output, and whether what they make goes into products of their "
    .. "own: there too 20 % is the line (Art. 3(2)). An agreement from before 1 July 2023 that met the old regulation was exempt "
    .. "until 30 June 2025 (Art. 8).",
}
