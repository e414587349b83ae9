local dominance = require "dominance"

---@type Rule
return dominance.rule {
  id           = "sherman/attempted-monopolization",
  title        = "{firm}, with {share} of {market}, acts in ways that may lead to a monopoly",
  severity     = "low",
  jurisdiction = "US",
  basis        = {
    { "sherman-act-2", at = "15 U.S.C. 2: to attempt to monopolize; it names no share", support = "direct" },
    { "attempt-shares", at = "over 50 % accepted, 30 to 50 % usually refused", support = "direct" },
    { "ftc-monopolization", at = "no monopoly power below 50 % as a rule", support = "analogy" },
  },
  share_line   = { 50, "percent", "from memory: courts accept an attempt above 50 %; some have with less" },
  sign         = ">",
  -- an attempt needs less than the completed offence; from here on the same share and conduct are flagged as that: twice is noise
  upper        = dominance.monopoly_share(),
  why          = "enough, in some courts, for a dangerous probability",
  why_not      = "too little, in most courts, for a dangerous probability",
  advice       = "Ask whether there is a specific intent to monopolise, which no record can show, and whether success is dangerously "
    .. "probable: shares that rise, barriers, weak rivals.",
}
