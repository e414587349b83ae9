local block_exemptions = require "block_exemptions"
local elements         = require "elements"
local european_deals   = require "european_deals"

local TYPES = { "joint-build", "partnership" }
local SCOPE = { "research", "chip-design" }

--- A share of the market as it stood when the agreement was made.
local function share_then(role)
  return function(s, _, case) return case:at(s.day):markets { id = s.market }:one():share(s[role]) end
end

--- A firm supplies the market, or has been seen to be likely to.
local function actual_or_potential(role)
  local firm = "{" .. role .. "}"
  return {
    firm .. " supplies {market}, or would be likely to",
    any = {
      european_deals.sells(role, "market"),
      elements.observed_between("entry", role, "market", "it has been observed that " .. firm .. " can and will enter {market}"),
      elements.observed_between("nascent-threat", role, "market",
        "it has been observed that " .. firm .. " could become a rival in {market}"),
    },
    no = firm .. " is on file neither as a supplier of {market} nor as one that would be likely to come in",
  }
end

---@type Rule
return {
  id           = "eu/research-unprotected",
  title        = "Joint research of {holder} and {grantor}, competitors with {together} of {market}, is outside the block exemption",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-rd-ber", at = "Art. 6(1): competitors, 25 % together when they agree; Art. 1(1)(15); Art. 12", support = "direct" },
  },
  in_force     = { from = "2023-07-01", to = "2035-06-30" },
  params       = {
    limit = { 25, "percent", "Art. 6(1): competitors together, on the markets that the result could improve or replace" },
  },

  roles    = { "holder", "grantor", "market" },
  subjects = block_exemptions.agreements_by_market(TYPES),

  figures  = {
    day = function(s, _, case)
      return case:agreements { type = TYPES, holder = s.holder, grantor = s.grantor, scope = SCOPE, from = true }:latest().from
    end,
    holder_share  = share_then "holder",
    grantor_share = share_then "grantor",
    together      = function(s) return s.holder_share + s.grantor_share end,
  },

  applies  = {
    block_exemptions.market_in_union(),
    {
      "{holder} and {grantor} research or develop together",
      recorded = { "agreements", type = TYPES, holder = "holder", grantor = "grantor", scope = SCOPE },
      no = "no joint research of {holder} and {grantor} is on file",
    },
    actual_or_potential "holder",
    actual_or_potential "grantor",
    block_exemptions.research_in_market(TYPES),
  },

  elements = {
    {
      "together they had {together} of {market} on {day}, when they agreed, {>=} {limit}", "together", ">", "limit",
      no = "together they had {together} of {market} on {day}, when they agreed, not above {limit}",
    },
  },

  advice = "That share counts during the research and for seven years from the first sale; then the share of the day, with two calendar "
    .. "years of grace (Art. 6(3) to (5)). Ask for access of both to the results. Agreements from before July 2023 that met the old "
    .. "regulation were exempt until 30 June 2025 (Art. 12).",
}
