local european_dominance = require "european_dominance"

---@type Rule
return european_dominance.rule {
  id           = "uk/dominance",
  title        = "{firm} is presumed dominant in {market} in the United Kingdom",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "UK",
  basis        = {
    { "uk-ch2", at = "OFT402: presumed from 50 % (recalled)", support = "reported" },
    { "eu-102-50", at = "AKZO, which OFT402 follows", support = "analogy" },
  },
  buyers   = true,
  line     = { 50, "percent", "OFT402, from memory, after AKZO" },
  held_for = { 3, "years", "our choice: how long a share must have lasted" },
  places   = "GB",
  place    = "the United Kingdom",
  advice   = "Dominance is no abuse. Ask for barriers to entry and the power of customers, then test the conduct under Chapter II.",
}
