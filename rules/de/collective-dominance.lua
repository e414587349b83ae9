local european_deals = require "european_deals"
local candidates     = require "candidates"

---@type Rule
return {
  id           = "de/collective-dominance",
  title        = "The few largest firms in {market}, {buyer} or {target} among them, are presumed dominant together",
  severity     = "medium",
  nature       = "presumption",
  jurisdiction = "DE",
  basis        = { { "de-18-6", at = "s. 18(6) and (7) GWB: three with 50 %, five with two thirds", support = "reported" } },
  params       = {
    half       = { 50, "percent", "three or fewer firms together, at least" },
    two_thirds = { 200 / 3, "percent", "five or fewer firms together, at least" },
  },

  roles    = { "buyer", "target", "market" },
  subjects = candidates.deals_by_market,

  figures = {
    first_three  = function(s) return s.market:largest(3) end,
    first_five   = function(s) return s.market:largest(5) end,
    share_three  = function(s) return s.market:share(s.first_three) end,
    share_five   = function(s) return s.market:share(s.first_five) end,
  },

  applies = { european_deals.market_in("market", "DE", "Germany") },

  elements = {
    {
      "few firms have most of {market}, a party among them",
      any = {
        {
          "{first_three} have {share_three} together",
          all = {
            { "it is {share_three}, {>=} {half}", "share_three", ">=", "half" },
            {
              "{buyer} or {target} is one of {first_three}",
              function(s)
                for firm in s.first_three do
                  if firm:same_group(s.buyer) or firm:same_group(s.target) then return true end
                end
                return false
              end,
              no = "neither {buyer} nor {target} is one of {first_three}",
            },
          },
          no = "the three largest have {share_three} together, or no party is among them",
        },
        {
          "{first_five} have {share_five} together",
          all = {
            { "it is {share_five}, {>=} {two_thirds}", "share_five", ">=", "two_thirds" },
            {
              "{buyer} or {target} is one of {first_five}",
              function(s)
                for firm in s.first_five do
                  if firm:same_group(s.buyer) or firm:same_group(s.target) then return true end
                end
                return false
              end,
              no = "neither {buyer} nor {target} is one of {first_five}",
            },
          },
          no = "the five largest have {share_five} together, or no party is among them",
        },
      },
      no = "the three largest have {share_three}, the five largest {share_five}: below the lines, or no party is among them",
    },
  },

  unless = {
    {
      "real competition between the largest is on record",
      recorded = { "observations", says = { "head-to-head", "maverick" }, about = "market", strength = { "moderate", "strong" } },
    },
  },

  advice = "The firms may show that competition between them is real, or that together they have no paramount position: ask for "
    .. "transparency, means of punishment and outsiders.",
}
