local foreclosure = require "foreclosure"

---@type Rule
return foreclosure.rule {
  id       = "clayton/exclusive-dealing",
  title    = "{seller} sells goods in {market} on condition that buyers deal with no competitor",
  severity = "high",
  jurisdiction = "US",
  basis    = {
    { "clayton-act-3", at = "15 U.S.C. 14: goods and other commodities", support = "direct" },
    { "ftc-exclusive-supply", at = "term, outlets covered, alternatives", support = "direct" },
    { "tampa-electric-1961", at = "365 U.S. at 327-328: a substantial share of the market", support = "direct" },
    { "foreclosure-share", at = "40 to 50 % usually needed", support = "direct" },
    { "exclusive-rebuttal", at = "short terms, other channels, gains for competition", support = "reported" },
  },
  params   = {
    closed_share = { 40, "percent", "from memory: about 40 to 50 % of the market is usually needed" },
    term         = { 12, "months", "from memory: terms of a year or less seldom harm" },
    short_notice = { 365, "days", "from memory: contracts that are easy to end within a year seldom harm" },
  },
  market   = foreclosure.goods(),
  power    = false,
  leaving  = true,
  advice   = "Ask whether the bound buyers took the goods on that condition, in words or in effect, whether rivals find other outlets, "
    .. "and what the condition gains for buyers.",
}
