local foreclosure = require "foreclosure"
local figures     = require "figures"

---@type Rule
return {
  id           = "sherman/exclusive-dealing",
  title        = "{seller}, with {share} of {market}, keeps it by exclusive contracts",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "microsoft-2001", at = "253 F.3d at 70: a monopolist may be liable for closing less", support = "direct" },
    { "dentsply-2005", at = "399 F.3d 181: without long terms, where the exclusivity holds", support = "direct" },
    { "monopoly-share-mondaq", at = "about 70 % shows monopoly power", support = "direct" },
    { "ftc-exclusive-supply", at = "term, outlets covered, alternatives", support = "direct" },
    { "foreclosure-share", at = "below 30 to 40 % unlikely to matter", support = "direct" },
  },
  params       = {
    monopoly_share = { 70, "percent", "about what shows monopoly power on its face" },
    closed_share   = {
      30, "percent", "from memory: below 30 to 40 % seldom matters; under section 2 less than the usual 40 to 50 % may do",
    },
    term           = { 12, "months", "our choice for an exclusivity that lasts; the court looks at how it works, not at its notice" },
  },

  roles    = { "seller", "market" },
  subjects = foreclosure.sellers,

  figures = {
    share       = figures.share("market", "seller"),
    contracts   = foreclosure.contracts,
    customers   = foreclosure.customers,
    bound_share = foreclosure.bound_share,
    duration    = foreclosure.duration,
  },

  applies = { foreclosure.supplies() },

  elements = {
    foreclosure.binds(),
    { "{seller} supplies {share} of {market}, {>=} {monopoly_share}", "share", ">=", "monopoly_share" },
    { "the longest of the contracts runs for {duration}, {>=} {term}", "duration", ">", "term" },
    {
      "customers with {bound_share} of the purchases of {market} are bound for longer than {term}, {>=} {closed_share}",
      "bound_share", ">=", "closed_share",
    },
  },

  unless = { foreclosure.other_ways(), foreclosure.justified() },

  advice = "Ask whether {seller} can raise price or keep others out, for how long, whether customers who may leave at will ever do, "
    .. "what reason it gives for the contracts, and whether a gentler term would have served it.",
}
