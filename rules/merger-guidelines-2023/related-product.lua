local deals   = require "deals"
local figures = require "figures"
local params  = require "params"

--- One supplies the related product in strength, the other sells where it is needed.
local function commands(supplier, user, share)
  local who, other = "{" .. supplier .. "}", "{" .. user .. "}"
  return {
    who .. " commands {related_product}, which feeds a market of " .. other,
    all = {
      deals.sells(supplier, "related_product"),
      deals.sells(user, "fed"),
      { who .. " has {" .. share .. "} of {related_product}, {>=} {monopoly_share}", share, ">", "monopoly_share" },
    },
    no = who .. " does not command {related_product}, or " .. other .. " sells in no market that it feeds",
  }
end

---@type Rule
return {
  id           = "merger-guidelines-2023/related-product",
  title        = "{buyer} and {target} join: one of them commands {related_product}, which rivals of the other need",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023", at = "guideline 5, section 2.5", support = "direct" },
    { "merger-guidelines-2023-fn30", at = "footnote 30: more than 50 % of the market of the related product", support = "direct" },
  },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),
  params       = {
    monopoly_share = {
      50, "percent", "footnote 30: a share of the related product's own market from which the agencies infer monopoly power",
    },
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "buyer", "target", "related_product" },
  subjects = deals.by_input,

  figures = {
    fed          = function(s) return s.related_product.input_to end,
    buyer_share  = figures.share("related_product", "buyer"),
    target_share = figures.share("related_product", "target"),
    invested     = figures.invested("buyer", "target"),
    stake        = figures.stake("buyer", "target"),
    deal         = deals.between("buyer", "target"),
  },

  applies = { deals.takeover_or_material("buyer", "target") },

  elements = {
    {
      "one of {buyer} and {target} commands {related_product}, the other sells in a market that it feeds",
      any = { commands("buyer", "target", "buyer_share"), commands("target", "buyer", "target_share") },
      no = "neither {buyer} nor {target} commands {related_product} for a market of the other",
    },
  },

  unless = {
    deals.entry("related_product", { { "merger-guidelines-2023-rebuttal", at = "section 3.2", support = "direct" } }),
    deals.efficient("buyer", "target", { { "merger-guidelines-2023-rebuttal", at = "section 3.3", support = "direct" } }),
  },

  advice = "Ask whether the merged firm could and would limit rivals' access to {related_product}, see their confidential information "
    .. "through it, or deter them from investing. A share of 50 % or less is no safe harbour.",
}
