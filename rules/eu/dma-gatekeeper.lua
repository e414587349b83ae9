local candidates     = require "candidates"
local designations   = require "designations"
local european_deals = require "european_deals"

---@type Rule
return {
  id           = "eu/dma-gatekeeper",
  title        = "{buyer}, a gatekeeper, must tell the Commission of its deal with {target} before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    { "eu-dma-14", at = "Art. 14(1): every concentration in the digital sector, whatever its size", support = "direct" },
    { "eu-dma-designations", at = "named on 6 September 2023, Booking on 13 May 2024; told from then on", support = "reported" },
  },
  in_force     = { from = "2023-09-06" },
  law_at       = european_deals.closing(),
  params       = designations.gatekeeper_params { half_of_votes = european_deals.half_of_votes() },

  roles    = { "buyer", "target" },
  subjects = candidates.deals,
  figures  = { day = european_deals.closing_day() },

  applies  = {
    designations.named { role = "buyer", seats = "EU", what = "a gatekeeper", list = designations.gatekeepers, day = "day" },
  },
  elements = {
    european_deals.concentration(),
    {
      "{buyer} or {target} is in the digital sector",
      any = {
        { "{target} develops AI", does = { "target", "ai-developer" }, no = "{target} does not develop AI" },
        { "{target} sells software", does = { "target", "software" }, no = "{target} does not sell software" },
        { "{target} sells cloud computing", does = { "target", "cloud-provider" }, no = "{target} does not sell cloud computing" },
        { "{buyer} sells cloud computing", does = { "buyer", "cloud-provider" }, no = "{buyer} does not sell cloud computing" },
        { "{buyer} sells software", does = { "buyer", "software" }, no = "{buyer} does not sell software" },
      },
      no = "neither {buyer} nor {target} is in the digital sector as far as recorded",
    },
  },

  unless = { european_deals.told("EU", "the Commission has been told of the deal", "buyer", "target") },

  advice = "Ask whether the designation still stood and whether {target} provides core platform services, other digital services or "
    .. "collects data: each is enough.",
}
