--- Params that say from and to when a firm has strategic market status, as lib/designations.lua reads them.
local designations = require "designations"

local strategic_status = {}

--- Adds a param for each firm with strategic market status, and one for how long a recorded one lasts. By s. 18 DMCCA the
--- five years begin on the day after the notice. Google has two: search to 10, its mobile platform to 22 October 2030.
---@param params table
---@return table params
function strategic_status.params(params)
  params.google_named = designations.naming("2025-10-11", "2030-10-23", "uk-sms-designated",
    "general search from 10, mobile platform from 22 October 2025, five years each")
  params.apple_named = designations.naming("2025-10-23", "2030-10-23", "uk-sms-designated",
    "mobile platform, five years from 22 October 2025")
  params.designation_lasts = { 5, "years", "s. 18 DMCCA: from the day after the notice" }
  return params
end

return strategic_status
