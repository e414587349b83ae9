local teams = require "teams"

---@type Rule
return {
  id           = "uk/acquihire",
  title        = "The team of {target} and its technology, gone to {buyer}, may be an enterprise",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "UK",
  basis        = {
    { "cma-msft-inflection", at = "4 September 2024: core team with know-how plus IP is an enterprise", support = "reported" },
  },
  params       = { price = teams.price() },

  roles    = { "buyer", "target" },
  subjects = teams.hired,
  figures  = { value = teams.value() },

  applies  = { teams.came_over() },
  elements = { teams.with_technology() },

  advice = "Ask how much of the team came, who led it, whether the licence is exclusive and what is left of {target}; then whether the "
    .. "share-of-supply or turnover test is met.",
}
