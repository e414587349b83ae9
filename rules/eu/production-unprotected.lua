local block_exemptions = require "block_exemptions"

---@type Rule
return block_exemptions.cooperation {
  id           = "eu/production-unprotected",
  title        = "Joint production of {holder} and {grantor}, with {together} of {market}, is outside the block exemption",
  jurisdiction = "EU",
  basis        = { { "eu-spec-ber", at = "20 % together", support = "reported" } },
  types        = "joint-build",
  scope        = { "capacity", "hosting", "training", "product" },
  text         = "{holder} and {grantor} build or produce together",
  no           = "no joint building or production of {holder} and {grantor} is on file",
  line         = { 20, "percent", "parties together, on the markets of the products" },
  in_force     = { from = "2023-07-01", to = "2035-06-30" },
  advice       = "Ask whether the parties also sell together, fix prices to others or limit output; two years of grace follow the year in "
    .. "which the share was first above.",
}
