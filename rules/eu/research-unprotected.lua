local block_exemptions = require "block_exemptions"

---@type Rule
return block_exemptions.cooperation {
  id           = "eu/research-unprotected",
  title        = "Joint research of {holder} and {grantor}, competitors with {together} of {market}, is outside the block exemption",
  jurisdiction = "EU",
  basis        = { { "eu-rd-ber", at = "competitors: 25 % together", support = "reported" } },
  types        = { "joint-build", "partnership" },
  scope        = { "research", "chip-design" },
  text         = "{holder} and {grantor} research or develop together",
  no           = "no joint research of {holder} and {grantor} is on file",
  line         = { 25, "percent", "competitors together, on the markets that the result could improve or replace" },
  in_force     = { from = "2023-07-01", to = "2035-06-30" },
  advice       = "Ask for the share when the agreement was made: it counts for the time of the research, then seven years from the first "
    .. "sale (recalled), then two years of grace. Ask for access of both to the results.",
}
