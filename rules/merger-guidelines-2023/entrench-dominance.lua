local deals    = require "deals"
local elements = require "elements"
local figures  = require "figures"
local params   = require "params"

--- Agreements by which the holder ties the grantor to itself and keeps others from it.
local TYING = { "right-of-first-refusal", "non-compete" }

---@type Rule
return {
  id           = "merger-guidelines-2023/entrench-dominance",
  title        = "{buyer} may entrench or extend its position in {market} through {target}",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "merger-guidelines-2023", at = "guideline 6, section 2.6", support = "direct" },
    { "merger-guidelines-2023-g6-means", at = "means of entrenching a position", support = "direct" },
  },
  in_force     = { from = "2023-12-18" },
  law_at       = deals.law_at("buyer", "target"),
  params       = {
    durable_share  = {
      70, "percent", "our choice: about where courts infer monopoly power from a share alone; guideline 6 sets no share",
    },
    material_money = params.material_money(),
    material_stake = params.material_stake(),
  },

  roles    = { "buyer", "target", "market" },
  subjects = deals.by_any_market,

  figures = {
    share    = figures.share("market", "buyer"),
    invested = figures.invested("buyer", "target"),
    stake    = figures.stake("buyer", "target"),
    deal     = deals.between("buyer", "target"),
  },

  applies = {
    deals.sells("buyer", "market"),
    deals.selling_side("market", { "buyer" }),
    {
      "{buyer} takes over {target} or its team, or takes a material interest in it",
      any = { deals.absorbs("buyer", "target"), deals.takeover_or_material("buyer", "target") },
      no = "{buyer} neither takes over {target} nor takes a material interest in it",
    },
  },

  elements = {
    {
      "{buyer} has a dominant position in {market}, or an authority is looking into its position there",
      any = {
        elements.observed_between("market-power", "buyer", "market", "there is direct evidence of {buyer}'s power in {market}"),
        { "{buyer} supplies {share} of {market}, {>=} {durable_share}", "share", ">=", "durable_share" },
        {
          "an authority has opened an inquiry into {buyer} in {market}, which proves nothing yet",
          recorded = { "proceedings", type = "inquiry", against = "buyer", about = "market" },
          no = "no inquiry into {buyer} in {market} is on file",
        },
      },
      no = "nothing on file speaks for a dominant position of {buyer} in {market}",
    },
    {
      "the deal may entrench that position, or extend it into a market that {market} feeds",
      any = {
        elements.observed("nascent-threat", "target", "{target} is a nascent threat, which the deal removes"),
        {
          "{market} feeds a market, and {buyer} controls {target} there or keeps it from others",
          all = {
            {
              "{market} feeds another market",
              function(s) return s.market:has { input_to = true } end,
              no = "{market} feeds no other market on file",
            },
            {
              "{buyer} takes over {target}, or binds it to itself alone",
              any = {
                deals.takeover("buyer", "target"),
                {
                  "{buyer} holds an exclusivity over {target}",
                  recorded = { "agreements", type = "exclusivity", degree = "exclusive", holder = "buyer", grantor = "target" },
                  no = "{buyer} holds no exclusivity over {target}",
                },
                elements.agreed(TYING, "buyer", "target",
                  "{target} must offer to {buyer} first, or may not compete with it",
                  "{target} need not offer to {buyer} first and may compete with it"),
              },
              no = "{buyer} neither takes over {target} nor binds it to itself alone",
            },
          },
          no = "{market} feeds no market in which {buyer} controls or binds {target}",
        },
      },
      no = "nothing on file shows how the deal would entrench or extend a position of {buyer} in {market}",
    },
  },

  unless = {
    deals.entry("market", { { "merger-guidelines-2023-rebuttal", at = "section 3.2", support = "direct" } }),
    deals.efficient("buyer", "target", { { "merger-guidelines-2023-rebuttal", at = "section 3.3", support = "direct" } }),
  },

  advice = "Ask for evidence of {buyer}'s power in {market}, direct or by shares that have lasted: guideline 6 asks for one of them, an "
    .. "inquiry counts here by our choice. Growth through a better product is no entrenchment. Ask what the deal adds that {buyer} could "
    .. "not build or buy without it.",
}
