local foreclosure = require "foreclosure"

---@type Rule
return {
  id           = "clayton/exclusive-dealing",
  title        = "{seller} sells goods in {market} on condition that buyers deal with no competitor",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "clayton-act-3", at = "15 U.S.C. 14: goods and other commodities", support = "direct" },
    { "ftc-exclusive-supply", at = "term, outlets covered, alternatives", support = "direct" },
    { "tampa-electric-1961", at = "365 U.S. at 327-328: a substantial share of the market", support = "direct" },
    { "foreclosure-share", at = "40 to 50 % usually needed", support = "direct" },
    { "exclusive-rebuttal", at = "short terms, other channels, gains for competition", support = "reported" },
  },
  params       = {
    closed_share = { 40, "percent", "from memory: about 40 to 50 % of the market is usually needed" },
    term         = { 12, "months", "from memory: terms of a year or less seldom harm" },
    short_notice = { 365, "days", "from memory: contracts that are easy to end within a year seldom harm" },
  },

  roles    = { "seller", "market" },
  subjects = foreclosure.sellers,

  figures = {
    contracts   = foreclosure.contracts,
    customers   = foreclosure.customers,
    bound_share = foreclosure.bound_share,
    duration    = foreclosure.duration,
  },

  applies = { foreclosure.goods(), foreclosure.supplies() },

  elements = {
    foreclosure.binds(),
    { "the longest of the contracts runs for {duration}, {>=} {term}", "duration", ">", "term" },
    {
      "customers with {bound_share} of the purchases of {market} are bound for longer than {term}, {>=} {closed_share}",
      "bound_share", ">=", "closed_share",
    },
  },

  unless = { foreclosure.easily_ended(), foreclosure.other_ways(), foreclosure.justified() },

  advice = "Ask whether the bound buyers took the goods on that condition, in words or in effect, whether rivals find other outlets, "
    .. "and what the condition gains for buyers.",
}
