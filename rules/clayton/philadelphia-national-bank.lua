local candidates = require "candidates"
local deals      = require "deals"

local REBUTTAL = { { "philadelphia-national-bank-1963", at = "evidence that clearly shows otherwise", support = "direct" } }

---@type Rule
return {
  id           = "clayton/philadelphia-national-bank",
  title        = "The deal of {buyer} and {target} gives them an undue share of {market}: presumed unlawful by the courts",
  severity     = "high",
  nature       = "presumption",
  jurisdiction = "US",
  basis        = {
    { "philadelphia-national-bank-1963", at = "374 U.S. at 363-364", support = "direct" },
    { "clayton-act-7", at = "15 U.S.C. 18", support = "direct" },
  },
  in_force     = { from = "1963-06-17" },
  law_at       = deals.law_at("buyer", "target"),
  params       = {
    undue_share = { 30, "percent", "the court: at least 30 % presents the threat" },
    significant = {
      100, "points", "our choice for a significant rise in concentration: the change that later guidelines ask for",
    },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = {
    share  = function(s) return s.market:share(s.buyer) + s.market:share(s.target) end,
    change = function(s) return s.market:hhi_change(s.buyer, s.target) end,
  },

  applies = { deals.takeover("buyer", "target"), deals.apart("buyer", "target"), deals.selling_side("market", { "buyer", "target" }) },

  elements = {
    { "{buyer} and {target} would have {share} of {market} together, {>=} {undue_share}", "share", ">=", "undue_share" },
    { "the deal raises the HHI of {market} by {change}, {>=} {significant}", "change", ">", "significant" },
  },

  unless = { deals.entry("market", REBUTTAL), deals.failing("target", REBUTTAL) },

  advice = "Ask whether {market} is a line of commerce in a section of the country, and whether past shares overstate what {target} "
    .. "can do in future (United States v. General Dynamics). The court let no gain justify the merger; courts of appeals hear gains.",
}
