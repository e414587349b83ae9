local candidates          = require "candidates"
local deals               = require "deals"
local european_deals      = require "european_deals"
local european_thresholds = require "european_thresholds"
local overlap             = require "overlap"

local PLACES = { "EU", "EEA", "worldwide", table.unpack(european_thresholds.member_codes) }

---@type Rule
return {
  id           = "eu/horizontal-screen",
  title        = "{buyer} and {target} together have a part of {market} outside the Commission's indicators of no concern",
  severity     = "high",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = {
    { "eu-hmg-share", at = "paras 17 and 18: 50 % and 25 %", support = "direct" },
    { "eu-hmg-hhi", at = "paras 19 to 21: no presumption either way", support = "direct" },
  },
  in_force     = { from = "2004-05-01" },
  law_at       = european_deals.closing(),
  params       = {
    compatible   = { 25, "percent", "para 18: up to this an indication that the deal is compatible" },
    dominant     = { 50, "percent", "para 17: may in itself show dominance" },
    low          = { 1000, "points", "para 19: below this the deal needs no further look" },
    high         = { 2000, "points", "para 20: end of the middle band" },
    middle_delta = { 250, "points", "para 20: between the two, a change below this" },
    high_delta   = { 150, "points", "para 20: above the band, a change below this" },
    half_of_votes = european_deals.half_of_votes(),
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = overlap.figures {
    after  = function(s) return s.market:hhi_after(s.buyer, s.target) end,
    change = function(s) return s.market:hhi_change(s.buyer, s.target) end,
  },

  applies = {
    european_deals.concentration(),
    deals.apart("buyer", "target"),
    european_deals.market_in("market", PLACES, "the Union, one of its States or the world"),
    overlap.on_one_side(), -- the indicators are of a market, whichever side its shares are of
  },

  elements = {
    {
      "by their shares or by concentration the deal is outside the indicators",
      any = {
        {
          "the shares and the HHI of {market} are outside them",
          all = {
            {
              "together they have {combined_share}, {>=} {compatible}", "combined_share", ">", "compatible",
              no = "together they have {combined_share}, not above {compatible}",
            },
            {
              "concentration or share is outside the indicators",
              any = {
                {
                  "the HHI is in the middle band and grows by {middle_delta} or more",
                  all = {
                    { "the HHI afterwards is {after}, {>=} {low}", "after", ">=", "low" },
                    { "it grows by {change}, {>=} {middle_delta}", "change", ">=", "middle_delta" },
                  },
                  no = "the HHI afterwards is {after} and grows by {change}, which the middle band allows",
                },
                {
                  "the HHI is above {high} and grows by {high_delta} or more",
                  all = {
                    { "the HHI afterwards is {after}, {>=} {high}", "after", ">", "high" },
                    { "it grows by {change}, {>=} {high_delta}", "change", ">=", "high_delta" },
                  },
                  no = "the HHI afterwards is {after} and grows by {change}, which the upper band allows",
                },
                { "together they have {combined_share}, {>=} {dominant}", "combined_share", ">=", "dominant" },
              },
              no = "the HHI afterwards is {after} and grows by {change}: within the indicators",
            },
          },
          no = "together they have {combined_share}, the HHI afterwards is {after} and grows by {change}: within the indicators",
        },
        overlap.bought_beside("dominant", "compatible"),
      },
      no = "together they have {combined_share}, the HHI afterwards is {after} and grows by {change}: within the indicators",
    },
  },

  unless = european_deals.rebuttals("market", "buyer", "target"),

  advice = "The indicators create no presumption. Ask for the special circumstances of para 20: an entrant with a small share, an "
    .. "innovator, cross-shareholdings, a maverick, signs of coordination. New guidelines were in draft in April 2026.",
}
