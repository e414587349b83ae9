local european_dominance  = require "european_dominance"
local european_thresholds = require "european_thresholds"

---@type Rule
return european_dominance.rule {
  id           = "eu/dominance",
  title        = "{firm} is presumed dominant in {market}",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "EU",
  basis        = {
    { "eu-102-50", at = "AKZO: from 50 %, save in exceptional circumstances", support = "reported" },
    { "eu-102-very-large", at = "Hoffmann-La Roche: very large shares held for some time", support = "reported" },
  },
  buyers   = true,
  line     = { 50, "percent", "AKZO, C-62/86" },
  held_for = { 3, "years", "our choice: how long a share must have lasted; the Court says for some time" },
  places   = { "EU", "EEA", "worldwide", table.unpack(european_thresholds.member_codes) },
  place    = "the Union, one of its States or the world",
  advice   = "Dominance is no abuse. Ask how stable the share is, what the barriers to entry are and whether customers have power, "
    .. "then test each exclusivity, refusal and tie of {firm} under Art. 102.",
}
