local european_control = require "european_control"
local european_deals   = require "european_deals"

---@type Rule
return {
  id           = "de/share-steps",
  title        = "{holder} has reached 25 or 50 % of {firm}: a concentration",
  severity     = "medium",
  nature       = "bright-line",
  jurisdiction = "DE",
  basis        = { { "de-37-3", at = "s. 37(1) no. 3 GWB: 25 and 50 % of capital or votes, each step by itself", support = "direct" } },
  params       = {
    first   = { 25, "percent", "reaching it is enough" },
    second  = { 50, "percent", "reaching it is enough" },
    one_day = { 1, "days", "the day before the holding began" },
  },

  roles    = { "holder", "firm" },
  subjects = european_deals.holdings,

  figures = {
    stake         = function(s, _, case) return case:held(s.holder, s.firm, "stake") end,
    votes         = function(s, _, case) return case:held(s.holder, s.firm, "votes") end,
    earlier_stake = european_control.before("holder", "firm", "stake"),
    earlier_votes = european_control.before("holder", "firm", "votes"),
  },

  applies = {
    european_deals.business "holder",
    {
      "{holder} has held shares of {firm} since a day that is on file",
      recorded = { "holdings", holder = "holder", entity = "firm", from = true },
      no = "no holding of {holder} in {firm} with a first day is on file",
    },
  },

  elements = {
    {
      "a step has been passed",
      any = {
        european_control.reached("holder", "firm", "first", ">="),
        european_control.reached("holder", "firm", "second", ">="),
      },
      no = "{holder} has passed neither {first} nor {second} of {firm}",
    },
  },

  advice = "A concentration must be filed only where the turnover or value figures are met (de/turnover, de/transaction-value). Count "
    .. "shares that others hold for {holder}.",
}
