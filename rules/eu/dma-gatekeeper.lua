local candidates     = require "candidates"
local designations   = require "designations"
local european_deals = require "european_deals"

--- The own word for an activity by which data can be collected, whatever the firm sells.
local DATA = "x-data-collection"

--- A party provides services in the digital sector (software, computing, models) or enables the collection of data.
local function digital(role)
  local firm = "{" .. role .. "}"
  return {
    firm .. " is in the digital sector or enables the collection of data",
    any = {
      { firm .. " develops AI", does = { role, "ai-developer" }, no = firm .. " does not develop AI" },
      { firm .. " sells software", does = { role, "software" }, no = firm .. " does not sell software" },
      { firm .. " sells cloud computing", does = { role, "cloud-provider" }, no = firm .. " does not sell cloud computing" },
      european_deals.does_rarely_told(role, DATA, firm .. " enables the collection of data",
        firm .. " does not enable the collection of data"),
    },
    no = firm .. " is not in the digital sector and does not enable the collection of data",
  }
end

---@type Rule
return {
  id           = "eu/dma-gatekeeper",
  title        = "{buyer}, a gatekeeper, must tell the Commission of its deal with {target} before it closes",
  severity     = "high",
  nature       = "bright-line",
  jurisdiction = "EU",
  basis        = {
    {
      "eu-dma-14", at = "Art. 14(1): the merging firms or the target are in the digital sector or enable the collection of data",
      support = "direct",
    },
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
      "the target, or in a merger either of the two, is in the digital sector or enables the collection of data",
      any = {
        digital "target",
        {
          "{buyer} merges with {target} and is in the digital sector or enables the collection of data",
          all = {
            {
              "a merger or a joint venture is on file",
              recorded = { "transactions", acquirer = "buyer", target = "target", type = { "merger", "joint-venture" } },
              no = "no merger and no joint venture is on file",
            },
            digital "buyer",
          },
          no = "no merger of {buyer} and {target} with such a buyer is on file",
        },
      },
      no = "neither {target} nor, in a merger, {buyer} is in the digital sector or enables the collection of data",
    },
  },

  unless = { european_deals.told("EU", "the Commission has been told of the deal", "buyer", "target") },

  advice = "Ask whether the designation still stood and whether {target} provides core platform services, other digital services or "
    .. "enables the collection of data: each is enough, whatever the size of the deal.",
}
