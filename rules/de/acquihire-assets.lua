local teams = require "teams"

---@type Rule
return {
  id           = "de/acquihire-assets",
  title        = "Taking over the team of {target} with its technology may be an acquisition of its assets by {buyer}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "DE",
  basis        = {
    { "de-msft-inflection", at = "29 November 2024: staff, IP and finance together are a concentration", support = "direct" },
  },
  params       = { price = teams.price() },

  roles    = { "buyer", "target" },
  subjects = teams.hired,
  figures  = { value = teams.value() },

  applies  = { teams.came_over() },
  elements = { teams.with_technology() },

  advice = "Ask whether nearly all staff came, who paid the investors of {target}, and whether {target} could still compete; then "
    .. "whether {target} was active in Germany to a substantial extent (de/transaction-value).",
}
