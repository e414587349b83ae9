local deals          = require "deals"
local european_deals = require "european_deals"

--- Where both parties sell in one of the markets, their share counts together, and the concentration as the deal leaves it.
local function both_sell(firm, market, share, hhi)
  return {
    "{" .. firm .. "} sells in {" .. market .. "} too, and what both have there is at or above a line",
    all = {
      european_deals.sells(firm, market),
      {
        "the joint share or the HHI afterwards is at or above the line",
        any = {
          { "together they have {" .. share .. "} of {" .. market .. "}, {>=} {share_line}", share, ">=", "share_line" },
          { "the HHI of {" .. market .. "} afterwards is {" .. hhi .. "}, {>=} {hhi_line}", hhi, ">=", "hhi_line" },
        },
        no = "together they have {" .. share .. "} of {" .. market .. "}, and the HHI afterwards is {" .. hhi .. "}: below the lines",
      },
    },
    no = "{" .. firm .. "} does not sell in {" .. market .. "} too, or both have less than the lines there",
  }
end

---@type Rule
return {
  id           = "eu/non-horizontal-screen",
  title        = "{supplier} sells {market}, which feeds {fed}, where {customer} sells, and the two combine",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "EU",
  basis        = { { "eu-nhmg", at = "para 25 (number recalled): below 30 % and 2,000 in each market", support = "reported" } },
  in_force     = { from = "2008-10-18" },
  law_at       = function(s, case)
    if case:transactions { acquirer = s.supplier, target = s.customer }:any() then
      return case:deal_date(s.supplier, s.customer)
    end
    return case:deal_date(s.customer, s.supplier)
  end,
  params       = {
    share_line = { 30, "percent", "below this in each market concerned, and" },
    hhi_line   = { 2000, "points", "below this, a concern is unlikely" },
  },

  roles    = { "supplier", "customer", "market", "fed" },
  subjects = european_deals.chains,

  figures = {
    upstream     = function(s) return s.market:share(s.supplier) end,
    downstream   = function(s) return s.fed:share(s.customer) end,
    upstream_hhi = function(s) return s.market:hhi() end,
    fed_hhi      = function(s) return s.fed:hhi() end,
    joint_upstream   = function(s) return s.market:share(s.supplier) + s.market:share(s.customer) end,
    joint_downstream = function(s) return s.fed:share(s.customer) + s.fed:share(s.supplier) end,
    hhi_after        = function(s) return s.market:hhi_after(s.supplier, s.customer) end,
    fed_hhi_after    = function(s) return s.fed:hhi_after(s.supplier, s.customer) end,
  },

  applies = {
    {
      "{supplier} and {customer} combine",
      any = {
        {
          "{supplier} takes over {customer}",
          recorded = { "transactions", acquirer = "supplier", target = "customer", type = { "merger", "acquisition", "joint-venture" } },
          no = "{supplier} does not take over {customer}",
        },
        {
          "{customer} takes over {supplier}",
          recorded = { "transactions", acquirer = "customer", target = "supplier", type = { "merger", "acquisition", "joint-venture" } },
          no = "{customer} does not take over {supplier}",
        },
      },
      no = "neither of {supplier} and {customer} takes over the other",
    },
    deals.apart("supplier", "customer"),
    european_deals.sells_some("supplier", "market"),
    european_deals.sells_some("customer", "fed"),
  },

  elements = {
    {
      "a share or the concentration of a market concerned is at or above the line",
      any = {
        { "{supplier} has {upstream} of {market}, {>=} {share_line}", "upstream", ">=", "share_line" },
        { "{customer} has {downstream} of {fed}, {>=} {share_line}", "downstream", ">=", "share_line" },
        { "the HHI of {market} is {upstream_hhi}, {>=} {hhi_line}", "upstream_hhi", ">=", "hhi_line" },
        { "the HHI of {fed} is {fed_hhi}, {>=} {hhi_line}", "fed_hhi", ">=", "hhi_line" },
        both_sell("customer", "market", "joint_upstream", "hhi_after"),
        both_sell("supplier", "fed", "joint_downstream", "fed_hhi_after"),
      },
      no = "shares are below {share_line} and the HHI below {hhi_line} in both {market} and {fed}",
    },
  },

  unless = {
    {
      "rivals in {fed} can turn to something other than {market}",
      recorded = { "observations", says = "substitute", about = "market", strength = { "moderate", "strong" } },
    },
    {
      "others will enter {fed} in time and in size",
      recorded = { "observations", says = "entry", about = "fed", strength = { "moderate", "strong" } },
    },
  },

  advice = "Ask whether {supplier} could and would shut rivals of {customer} off from {market}, and what that would do to prices in {fed}.",
}
