local dominance = require "dominance"

---@type Rule
return dominance.rule {
  id           = "sherman/monopolization",
  title        = "{firm}, with {share} of {market}, acts in ways that may keep a monopoly",
  severity     = "high",
  jurisdiction = "US",
  basis        = {
    { "sherman-act-2", at = "15 U.S.C. 2: to monopolize; it names no share", support = "direct" },
    { "monopoly-share-mondaq", at = "about 70 % and more", support = "direct" },
    { "alcoa-1945", at = "148 F.2d at 424: over 90 % is enough, 60 to 64 % doubtful", support = "direct" },
    { "ftc-monopolization", at = "market power that lasts", support = "direct" },
  },
  share_line   = dominance.monopoly_share(),
  sign         = ">=",
  upper        = false,
  why          = "about what shows monopoly power on its face",
  why_not      = "less than what shows monopoly power on its face",
  advice       = "Ask whether {firm} can raise price or exclude rivals, how long it has been able to, how high the barriers are, and "
    .. "whether its conduct makes sense but for shutting others out. A large share alone is no offence. Who sues may plead an attempt "
    .. "besides.",
}
