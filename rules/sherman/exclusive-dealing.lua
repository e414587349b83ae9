local foreclosure = require "foreclosure"

---@type Rule
return foreclosure.rule {
  id       = "sherman/exclusive-dealing",
  title    = "{seller}, with {share} of {market}, keeps it by exclusive contracts",
  severity = "high",
  jurisdiction = "US",
  basis    = {
    { "microsoft-2001", at = "253 F.3d at 70: a monopolist may be liable for closing less", support = "direct" },
    { "dentsply-2005", at = "399 F.3d 181: without long terms, where the exclusivity holds", support = "direct" },
    { "monopoly-share-mondaq", at = "about 70 % shows monopoly power", support = "direct" },
    { "ftc-exclusive-supply", at = "term, outlets covered, alternatives", support = "direct" },
    { "foreclosure-share", at = "below 30 to 40 % unlikely to matter", support = "direct" },
  },
  params   = {
    monopoly_share = { 70, "percent", "about what shows monopoly power on its face" },
    closed_share   = {
      30, "percent", "from memory: below 30 to 40 % seldom matters; under section 2 less than the usual 40 to 50 % may do",
    },
    term           = { 12, "months", "our choice for an exclusivity that lasts; the court looks at how it works, not at its notice" },
  },
  market   = false,
  power    = { "{seller} supplies {share} of {market}, {>=} {monopoly_share}", "share", ">=", "monopoly_share" },
  leaving  = false,
  advice   = "Ask whether {seller} can raise price or keep others out, for how long, whether customers who may leave at will ever do, "
    .. "what reason it gives for the contracts, and whether a gentler term would have served it.",
}
