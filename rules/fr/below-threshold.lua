local european_dominance = require "european_dominance"

---@type Rule
return european_dominance.buys_unseen {
  id           = "fr/below-threshold",
  title        = "{buyer}, presumed dominant in {market}, buys {target} below the figures: review after closing",
  severity     = "medium",
  jurisdiction = "FR",
  basis        = { { "eu-towercast", at = "C-449/21, on a French case: abuse by a merger below every threshold", support = "reported" } },
  places = "FR",
  place  = "France",
  advice = "French law knows no share presumption (recalled) and no call-in yet: a consultation of early 2025 came to nothing that was "
    .. "found. Ask whether the deal itself substantially impedes competition.",
}
