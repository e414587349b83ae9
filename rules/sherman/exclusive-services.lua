local elements    = require "elements"
local foreclosure = require "foreclosure"

---@type Rule
return foreclosure.rule {
  id       = "sherman/exclusive-services",
  title    = "{seller} sells services in {market} under contracts that bind buyers to it alone: a restraint of trade",
  severity = "medium",
  jurisdiction = "US",
  basis    = {
    { "sherman-act-1", at = "15 U.S.C. 1: contracts in restraint of trade, services included", support = "direct" },
    { "tampa-electric-1961", at = "365 U.S. at 327-328: a substantial share of the market", support = "direct" },
    { "jefferson-parish-1984", at = "466 U.S. at 26-27: 30 % shows no market power", support = "direct" },
    { "foreclosure-share", at = "40 to 50 % usually needed under section 1", support = "direct" },
    { "ftc-exclusive-supply", at = "term, outlets covered, alternatives", support = "direct" },
  },
  params   = {
    power_share  = { 30, "percent", "with 30 % a hospital had no market power; less can close no market" },
    closed_share = { 40, "percent", "from memory: about 40 to 50 % of the market is usually needed under section 1" },
    term         = { 12, "months", "from memory: terms of a year or less seldom harm" },
    short_notice = { 365, "days", "from memory: contracts that are easy to end within a year seldom harm" },
  },
  market   = foreclosure.services(),
  power    = {
    "{seller} has market power in {market}",
    any = {
      { "{seller} supplies {share} of {market}, {>=} {power_share}", "share", ">", "power_share" },
      elements.observed("market-power", "seller", "it has been found that {seller} has power over price or rivals"),
    },
    no = "{seller} has no market power in {market}",
  },
  leaving  = true,
  advice   = "Ask whether rivals find enough customers who are free, what the contracts gain for buyers, and whether less would have "
    .. "gained it. For goods section 3 of the Clayton Act asks less; from about 70 % of the market section 2 asks besides.",
}
