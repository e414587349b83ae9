local candidates       = require "candidates"
local designations     = require "designations"
local elements         = require "elements"
local european_control = require "european_control"
local figures          = require "figures"
local params           = require "params"
local paramount_status = require "paramount_status"

---@type Rule
return {
  id           = "de/paramount-19a",
  title        = "{firm} is of paramount significance across markets and binds or owns part of {partner}",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "DE",
  basis        = {
    { "de-19a", at = "Microsoft named on 30 September 2024", support = "direct" },
    { "de-19a-alphabet", at = "Alphabet named on 30 December 2021", support = "reported" },
    { "de-19a-meta", at = "Meta named on 2 May 2022; five years from the day when the decision is final", support = "reported" },
    { "de-19a-amazon", at = "Amazon named on 5 July 2022", support = "reported" },
    { "de-19a-apple", at = "Apple named on 3 April 2023", support = "reported" },
  },
  in_force     = { from = "2021-01-19" },
  params       = paramount_status.params {
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "firm", "partner" },
  subjects = candidates.partners,
  figures  = {
    invested = figures.invested("firm", "partner"),
    stake    = figures.stake("firm", "partner"),
  },

  applies = {
    {
      "{firm} binds {partner}, or has a material interest in it",
      any = {
        european_control.dependence("firm", "partner"),
        elements.agreed({ "right-of-first-refusal", "release-parity", "non-compete" }, "firm", "partner",
          "{firm} comes first, must be served as well, or is kept free of competition by {partner}",
          "{partner} owes {firm} no first refusal, no parity and no non-compete"),
        elements.material("the interest of {firm} in {partner} is material",
          "the interest of {firm} in {partner} is not material", "invested", "stake"),
      },
      no = "{firm} neither binds {partner} nor has a material interest in it",
    },
  },
  elements = {
    designations.named {
      role = "firm", seats = "DE", what = "a firm of paramount significance", list = designations.paramount, term = "designation_lasts",
    },
  },

  advice = "A stake or exclusivity alone is on no list of s. 19a(2). Ask which conduct of it is near: self-preference, hindering "
    .. "rivals, shutting others out by data or by interoperability. After five years ask whether the office has named {firm} again.",
}
