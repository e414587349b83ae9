local elements  = require "elements"
local figures   = require "figures"
local outsiders = require "outsiders"

--- Scopes by which an exclusivity closes the market of what models offer through an API.
local API = { "api", "models" }

--- Whoever alone may sell what another makes: once for each market in which the maker is on file as a supplier. A share of what
--- is bought makes nobody one.
---@param case Case
---@param each fun(holder: Entity, maker: Entity, market: Market)
local function sole_outlets(case, each)
  for holder, maker in case:agreements { type = "exclusivity", degree = "exclusive" }:pairs("holder", "grantor") do
    local rows = case:shares { entity = maker }
    for share in rows:where { measure = true }:except { measure = "purchases" } do each(holder, maker, share.market) end
    local selling = case:markets():except { measure = "purchases" }
    for share in rows:where { measure = false, market = selling } do each(holder, maker, share.market) end
  end
end

---@type Rule
return {
  id           = "sherman/exclusive-supply",
  title        = "Only {holder} may sell or use what {maker} supplies: {share} of {market} is closed to rivals",
  severity     = "medium",
  nature       = "indicator",
  jurisdiction = "US",
  basis        = {
    { "ftc-exclusive-supply", at = "exclusive supply: term, sources covered, alternatives", support = "direct" },
    { "foreclosure-share", at = "40 to 50 % usually needed", support = "direct" },
  },
  params       = {
    closed_share = { 40, "percent", "from memory: about 40 to 50 % of the market is usually needed under section 1" },
    term         = { 12, "months", "from memory: terms of a year or less seldom harm" },
  },

  roles    = { "holder", "maker", "market" },
  subjects = sole_outlets,

  figures = {
    share   = figures.share("market", "maker"),
    longest_term = function(s, _, case)
      return case:agreements { type = "exclusivity", degree = "exclusive", holder = s.holder, grantor = s.maker }:longest()
    end,
  },

  applies = {
    {
      "{holder} holds an exclusivity over what {maker} supplies in {market}",
      any = {
        {
          "the agreement covers a product sold in {market}",
          recorded = {
            "agreements", type = "exclusivity", degree = "exclusive", holder = "holder", grantor = "maker", scope = "product",
            market = "market",
          },
          no = "no such agreement covers a product sold in {market}",
        },
        {
          "the agreement covers the API or the models, which are sold in {market}",
          all = {
            elements.binds("holder", "maker", API,
              "{holder} holds exclusivity over the API or models of {maker}",
              "{holder} holds no exclusivity over the API or models of {maker}"),
            {
              "{market} is where models are sold to firms",
              function(s) return s.market:has { product = "enterprise-llm-api" } end,
              no = "{market} is not where models are sold to firms",
            },
          },
          no = "no exclusivity over the API or the models of {maker} closes {market}",
        },
      },
      no = "{holder} holds no exclusivity over what {maker} supplies in {market}",
    },
  },

  elements = {
    { "{maker} supplies {share} of {market}, {>=} {closed_share}", "share", ">=", "closed_share" },
    { "the longest of the agreements runs for {longest_term}, {>=} {term}", "longest_term", ">", "term" },
  },

  unless = {
    {
      "{maker} also supplies another firm",
      function(s, _, case)
        return case:agreements {
          type    = { "supply", "discounted-supply", "priority-supply" },
          scope   = API,
          holder  = outsiders.among(case, case:entities(), s.holder, s.maker),
          grantor = s.maker,
        }:any()
      end,
    },
    elements.observed("substitute", "market", "rivals of {holder} find enough in {market} from others"),
    elements.observed("efficiency", "holder", "the exclusivity has a reason that benefits customers"),
  },

  advice = "Ask which rivals of {holder} wanted to sell or use what {maker} supplies, from whom else they can get it, and what the "
    .. "exclusivity gains for customers. Section 3 of the Clayton Act reaches conditions put on buyers, so section 1 applies to one "
    .. "that binds a supplier.",
}
